"""A payload for a method of the class that is out of sight."""
from studio.base import MediaClient

DEFAULT_MODEL = "google/veo3_fast"


class Filmer(MediaClient):
    def __init__(self, key, model=None):
        super().__init__(key)
        self._model = model or DEFAULT_MODEL

    async def film(self, prompt, still):
        payload = {
            "model": self._model,
            "input": {"prompt": prompt, "aspect_ratio": "9:16", "images": [still]},
            "async": True,
        }
        return await self._create_media(payload)

    async def keep(self, url):
        """A row about a film asks for none."""
        return await self._create_media({"model": self._model, "url": url, "duration": 8})
