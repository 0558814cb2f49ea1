"""A thin wrapper, then its callers."""
import os
import time

from google import genai
from google.genai import types

_client = genai.Client(vertexai=True, project=os.environ["GCP_PROJECT"], location="us-central1")


def generate(model: str, prompt: str, seconds: int, **opts):
    for attempt in range(3):
        try:
            return _client.models.generate_videos(
                model=model,
                prompt=prompt,
                config=types.GenerateVideosConfig(duration_seconds=seconds, **opts),
            )
        except Exception as exc:  # noqa: BLE001
            if attempt == 2:
                raise
            print("again", exc)
            time.sleep(2**attempt)


def trailer(prompt: str):
    return generate("veo-3.1-generate-001", prompt, 8, resolution="1080p", generate_audio=True)


def bumper(prompt: str):
    return generate("veo-3.1-lite-generate-001", prompt, seconds=4)
