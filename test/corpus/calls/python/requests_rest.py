import base64
import os
import time

import requests

API_KEY = os.environ["GEMINI_API_KEY"]
BASE = "https://generativelanguage.googleapis.com/v1beta"
MODEL = "veo-3.0-fast-generate-001"


def start(prompt: str, image_path: str | None = None) -> str:
    instance = {"prompt": prompt}
    if image_path:
        with open(image_path, "rb") as fh:
            instance["image"] = {"bytesBase64Encoded": base64.b64encode(fh.read()).decode(), "mimeType": "image/png"}
    payload = {
        "instances": [instance],
        "parameters": {"aspectRatio": "16:9", "durationSeconds": 8, "personGeneration": "allow_adult"},
    }
    url = f"{BASE}/models/{MODEL}:predictLongRunning"
    response = requests.post(url, headers={"x-goog-api-key": API_KEY}, json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["name"]


def wait(name: str) -> dict:
    while True:
        r = requests.get(f"{BASE}/{name}", headers={"x-goog-api-key": API_KEY}, timeout=30)
        data = r.json()
        if data.get("done"):
            return data
        time.sleep(10)


def start_silent(project: str, token: str, prompt: str) -> str:
    endpoint = (
        "https://us-central1-aiplatform.googleapis.com/v1/projects/"
        + project
        + "/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001:predictLongRunning"
    )
    r = requests.request(
        "POST",
        endpoint,
        headers={"Authorization": f"Bearer {token}"},
        json={"instances": [{"prompt": prompt}], "parameters": {"sampleCount": 1, "generateAudio": False, "resolution": "1080p", "durationSeconds": 6}},
    )
    return r.json()["name"]
