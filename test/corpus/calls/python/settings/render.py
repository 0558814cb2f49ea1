from google import genai

from app_settings import ClipDefaults, get_settings
from somewhere import Unseen

client = genai.Client(vertexai=True, project="studio", location="us-central1")


def typed(prompt, defaults: ClipDefaults):
    return client.models.generate_videos(model=defaults.model, prompt=prompt)


def made(prompt):
    settings = get_settings()
    return client.models.generate_videos(model=settings.veo_model, prompt=prompt)


def nested(prompt):
    return client.models.generate_videos(model=get_settings().clip.model, prompt=prompt)


class Renderer:
    def __init__(self, defaults: ClipDefaults | None = None):
        self.defaults = defaults or ClipDefaults()

    def held(self, prompt):
        config = {"duration_seconds": self.defaults.seconds}
        return client.models.generate_videos(model=self.defaults.model, prompt=prompt, config=config)


def unseen(prompt, defaults: Unseen):
    return client.models.generate_videos(model=defaults.model, prompt=prompt)
