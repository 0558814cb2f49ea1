import requests

PROJECT = "film-lab"
LOCATION = "us-central1"
MODEL_ID = "veo-3.1-fast-generate-001"
BASE = f"https://{LOCATION}-aiplatform.googleapis.com/v1/projects/{PROJECT}/locations/{LOCATION}"
START = f"{BASE}/publishers/google/models/veo-3.0-generate-001:predictLongRunning"
FETCH = BASE + "/publishers/google/models/" + MODEL_ID + ":fetchPredictOperation"
LEGACY = "veo-001-preview-0815"
FILES = {"spec": "specs/veo-3.0-generate-001.yaml", "clip": "veo-3.1-fast-generate-001.mp4"}


def start(token: str, prompt: str) -> str:
    """Start a job; returns a name like projects/p/locations/l/publishers/google/models/veo-3.0-generate-001/operations/1."""
    reply = requests.post(START, json={"instances": [{"prompt": prompt}]}, headers={"Authorization": token}, timeout=60)
    return reply.json()["name"]
