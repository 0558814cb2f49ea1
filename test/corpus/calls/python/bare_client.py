"""Smoke script. Credentials come from wherever the SDK finds them."""
from google import genai
from google.genai import types

client = genai.Client()


def text(prompt: str):
    return client.models.generate_videos(model="veo-3.0-generate-001", prompt=prompt)


def image(prompt: str, path: str, seconds: int = 8):
    cfg = types.GenerateVideosConfig(aspect_ratio="9:16", number_of_videos=1)
    cfg.duration_seconds = seconds
    cfg.resolution = "720p"
    return client.models.generate_videos(
        model="veo-3.0-fast-generate-001",
        prompt=prompt,
        image=types.Image.from_file(location=path),
        config=cfg,
    )


if __name__ == "__main__":
    print(text("a heron takes off").name)
