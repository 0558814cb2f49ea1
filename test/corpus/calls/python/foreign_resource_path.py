"""Google's resource path at hosts that are not Google's: whose Vertex AI answers there, nobody says."""
import requests

BASE = "https://video.sandbox.example/v1"
REGION = "us-central1"


def at_a_proxy(prompt):
    return requests.post(
        "https://labs.example.com/api/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.0-generate-001:predictLongRunning",
        json={"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": 8}},
    )


def at_a_base(prompt, project):
    url = f"{BASE}/projects/{project}/locations/{REGION}/publishers/google/models/veo-3.0-fast-generate-001:predictLongRunning"
    return requests.post(url, json={"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": 4}})


def at_google(prompt, project):
    url = f"https://{REGION}-aiplatform.googleapis.com/v1/projects/{project}/locations/{REGION}/publishers/google/models/veo-3.1-generate-001:predictLongRunning"
    return requests.post(url, json={"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": 6}})
