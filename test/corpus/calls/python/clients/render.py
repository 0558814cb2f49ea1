import clip_settings
from clip_settings import CLIP_MODEL, build_clip_config
from google_client import get_client, shared


class Renderer:
    def __init__(self):
        self.client = get_client()

    def draft(self, prompt):
        return self.client.models.generate_videos(model=CLIP_MODEL, prompt=prompt, config=build_clip_config(8))

    def final(self, prompt):
        config = clip_settings.build_clip_config(6, ratio="9:16")
        return shared.models.generate_videos(model=CLIP_MODEL, prompt=prompt, config=config)

    def any(self, prompt, seconds):
        return shared.models.generate_videos(model=CLIP_MODEL, prompt=prompt, config=build_clip_config(seconds))
