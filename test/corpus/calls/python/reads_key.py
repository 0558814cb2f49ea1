import os

from google import genai


def make(prompt):
    if not os.getenv("GEMINI_API_KEY"):
        raise RuntimeError("GEMINI_API_KEY is not set.")
    client = genai.Client()
    return client.models.generate_videos(model="veo-3.1-generate-preview", prompt=prompt)
