from google import genai
from google.genai import types


def render(client, model, prompt, seconds):
    config = types.GenerateVideosConfig(duration_seconds=seconds, aspect_ratio="16:9")
    return client.models.generate_videos(model=model, prompt=prompt, config=config)


def main():
    client = genai.Client(vertexai=True, project="p", location="us-central1")
    return render(client, "veo-3.0-generate-001", "a harbour", 6)
