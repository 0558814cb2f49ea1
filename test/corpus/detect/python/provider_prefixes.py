DEFAULTS = {
    "gemini:veo": "veo-3.0-generate-001",
    "video": "Google:veo-3.1-lite-generate-preview",
    "vertex": "google-vertex:veo-3.1-fast-generate-001",
    "catalog": "google-vertex/veo-3.0-generate-001",
    "compat": "google_openai/veo-3.1-generate-preview",
    "black": "blackboxai/google/veo-3-fast",
    "replicate": "replicate/google/veo-3.1",
    "router": "openrouter/google/veo-3.1-lite",
}
LOCAL = "http://localhost:18080/v1beta/models/veo-3.1-generate-preview:predictLongRunning"
PROXY = "https://vertex.proxy.example.test/v1/projects/p/locations/l/publishers/google/models/veo-3.0-generate-001:fetchPredictOperation"
REGIONAL = "https://europe-west4-aiplatform.googleapis.com/v1beta1/projects/p/locations/europe-west4/publishers/google/models/veo-2.0-generate-001"
FILE = {"tags": ["kite", "veo2", "veo3"], "kind": "clip"}
