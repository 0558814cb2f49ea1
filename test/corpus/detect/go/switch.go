package video

func upstream(name string) (string, bool) {
	switch name {
	case "veo3_fast", "veo3_lite":
		return "https://queue.fal.run/fal-ai/veo3/fast", true
	case "google/veo-3.1-lite":
		return "veo-3.1-lite-generate-preview", true
	case "veo-3.1-generate":
		return "models/veo-3.1-generate-preview", false
	}
	/* veo-2.0-generate-exp was withdrawn */
	path := "/api/v1/veo3/" + name // a route of ours
	return path, false
}
