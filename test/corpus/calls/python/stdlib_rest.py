import json
import os
import urllib.request

import aiohttp
import google.auth
from google.auth.transport.requests import AuthorizedSession

HOST = "https://generativelanguage.googleapis.com"
VERSION = "v1beta"
VEO = "models/veo-3.0-generate-001"


def with_urllib(prompt):
    data = json.dumps({"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": "8", "aspectRatio": "9:16"}}).encode()
    req = urllib.request.Request(
        "/".join([HOST, VERSION, VEO + ":predictLongRunning"]),
        data=data,
        headers={"x-goog-api-key": os.environ["GEMINI_API_KEY"], "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(req) as resp:
        return json.load(resp)["name"]


def with_authorized_session(prompt, seconds=None):
    credentials, project = google.auth.default()
    session = AuthorizedSession(credentials)
    region = "us-central1"
    base = f"https://{region}-aiplatform.googleapis.com/v1/projects/{project}/locations/{region}"
    model_path = f"{base}/publishers/google/models/veo-3.1-fast-generate-001"
    params = {"sampleCount": 1, "generateAudio": False}
    if seconds is not None:
        params["durationSeconds"] = seconds
    params.update({"resolution": "1080p"})
    return session.post(model_path + ":predictLongRunning", json={"instances": [{"prompt": prompt}], "parameters": params}).json()


async def with_aiohttp(prompt):
    body = '{"model": "google/veo-3.1-fast", "prompt": %s, "duration": 8, "resolution": "720p"}' % json.dumps(prompt)
    async with aiohttp.ClientSession() as session:
        async with session.post("https://openrouter.ai/api/v1/videos", data=body) as resp:
            return await resp.json()
