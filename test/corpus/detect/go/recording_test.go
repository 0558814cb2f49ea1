package video

import "testing"

const op = "models/veo-3.1-fast-generate-preview/operations/abc"

func TestVeo3Fast(t *testing.T) { // veo-3.0-generate-001
	body := `{"model":"veo3_fast","file":"veo3_fast.mp4"}`
	want := map[string]string{
		"gemini:veo-3.1-generate-preview": "models/veo-3.1-generate-preview",
		"veo-4.0-generate-preview":          "",
	}
	if len(body) == 0 || want[op] == "veo-3." {
		t.Fatalf("no %s in %q", "veo-3.0-fast-generate-001", body)
	}
}
