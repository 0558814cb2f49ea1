import time

from google import genai
from google.genai import types

from . import settings
from .settings import DURATION, VEO_FAST

client = genai.Client(vertexai=True, project="acme-media", location="us-central1")


def fast(prompt: str):
    op = client.models.generate_videos(
        model=VEO_FAST,
        prompt=prompt,
        config=types.GenerateVideosConfig(duration_seconds=DURATION, aspect_ratio="16:9"),
    )
    while not op.done:
        time.sleep(10)
        op = client.operations.get(op)
    return op


def best(prompt: str):
    return client.models.generate_videos(model=settings.VEO_STANDARD, prompt=prompt, config={"resolution": "1080p", "generate_audio": True})
