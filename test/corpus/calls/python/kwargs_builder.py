from google import genai
from google.genai.types import GenerateVideosConfig, Image

MODEL_ID = "veo-2.0-generate-001"
COMMON = {"number_of_videos": 1, "aspect_ratio": "16:9", "person_generation": "allow_adult"}

vx = genai.Client(vertexai=True, project="acme-media", location="us-central1")


def still_to_clip(uri: str, prompt: str):
    return vx.models.generate_videos(
        model=MODEL_ID,
        prompt=prompt,
        image=Image(gcs_uri=uri, mime_type="image/png"),
        config=GenerateVideosConfig(duration_seconds=5, **COMMON),
    )


def tall(prompt: str):
    request = dict(model=MODEL_ID, prompt=prompt)
    request["config"] = GenerateVideosConfig(**{**COMMON, "aspect_ratio": "9:16"}, duration_seconds=8, enhance_prompt=True)
    return vx.models.generate_videos(**request)


def anything(prompt: str, **kwargs):
    return vx.models.generate_videos(model=MODEL_ID, prompt=prompt, config=GenerateVideosConfig(**kwargs))
