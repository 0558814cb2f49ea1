from google import genai
from google.genai import types

from .constants import *
from .settings import REEL_MODEL, settings

client = genai.Client(vertexai=True, project="reels", location="us-central1")


def film(prompt: str):
    return client.models.generate_videos(
        model=FILM_MODEL,
        prompt=prompt,
        config=types.GenerateVideosConfig(duration_seconds=FILM_SECONDS),
    )


def reel(prompt: str):
    return client.models.generate_videos(model=REEL_MODEL, prompt=prompt)


def short(prompt: str):
    return client.models.generate_videos(model=settings.model, prompt=prompt)


def unknown(prompt: str):
    return client.models.generate_videos(model=NOWHERE_MODEL, prompt=prompt)
