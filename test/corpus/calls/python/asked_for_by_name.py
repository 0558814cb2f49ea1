import os

import google.generativeai as genai
import vertexai


def scene(prompt: str, seconds: int, model_name: str | None = None):
    vertexai.init(project=os.environ["PROJECT"], location="us-central1")
    from vertexai.preview.vision_models import VideoGenerationModel

    model = VideoGenerationModel.from_pretrained(model_name or os.getenv("VEO_MODEL", "veo-3.1-generate-001"))
    return model.generate_video(prompt=prompt, target_video_duration_seconds=seconds, aspect_ratio="9:16")


def old_package(prompt: str):
    genai.configure(api_key=os.getenv("GEMINI_API_KEY"))
    return genai.models.generate_videos(model="veo-3.1-generate-preview", prompt=prompt, config={"aspect_ratio": "9:16"})


def own_wrapper(service, prompt: str):
    # The project's own class: what it sends is read where it is sent.
    return service.generate_video(model="veo-3.1-generate-001", prompt=prompt)


def shown():
    request = {
        "endpoint": "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning",
        "payload": {"instances": [{"prompt": "a phoenix"}], "parameters": {"durationSeconds": 8}},
    }
    print(f"It will go to {request['endpoint']}")
    return request


if __name__ == "__main__":
    shown()
