"""Make one clip with the Gemini client."""
import os
import time

from google import genai
from google.genai import types

# veo-3.0-fast-generate-001 is cheaper, veo-3.1-generate-preview looks better
MODEL_ID = os.getenv("VEO_MODEL", "veo-3.0-fast-generate-001")
FALLBACKS = ("veo-2.0-generate-001", 'veo-3.0-generate-001')


def make_clip(client: genai.Client, prompt: str) -> str:
    operation = client.models.generate_videos(
        model=MODEL_ID or "models/veo-3.0-generate-001",  # was veo-2.0-generate-001
        prompt=prompt,
        config=types.GenerateVideosConfig(number_of_videos=1, duration_seconds=8),
    )
    while not operation.done:
        time.sleep(10)
        operation = client.operations.get(operation)
    print(f"done: {operation.name} with veo-3.0-fast-generate-001")
    return "out/veo3_clip.mp4"
