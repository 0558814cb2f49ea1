import os

from google import genai
from google.genai import types

USE_VERTEX = bool(os.getenv("USE_VERTEX"))

if USE_VERTEX:
    client = genai.Client(vertexai=True, project=os.environ["PROJECT"], location="us-central1")
    model = "veo-3.1-fast-generate-001"
else:
    client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])
    model = "veo-3.1-fast-generate-preview"

extra = {"generate_audio": True} if USE_VERTEX else {}
op = client.models.generate_videos(
    model=model,
    prompt="snow on a cable car",
    config=types.GenerateVideosConfig(aspect_ratio="16:9", duration_seconds=8, **extra),
)


def clip(prompt, model_name, duration, quality="720p"):
    """Any model that the caller asks for."""
    return client.models.generate_videos(
        model=model_name,
        prompt=prompt,
        config=types.GenerateVideosConfig(duration_seconds=duration, resolution=quality),
    )
