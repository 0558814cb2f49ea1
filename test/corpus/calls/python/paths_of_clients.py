"""Clients whose class says where they post to, and what they are asked for by path alone."""
from studio.http import ApiClient


class InferenceClient(ApiClient):
    base_url = "https://api.deepinfra.com/v1/inference"
    MODEL_PATH = "/google/veo-3.1-fast"
    STATUS_PATH = "/google/veo-3.1-fast/status"

    async def film(self, prompt, ratio=None):
        payload = {"prompt": prompt}
        if ratio:
            payload["aspect_ratio"] = ratio
        return await self.post(self.MODEL_PATH, json=payload)

    async def state(self, job):
        return await self.post(self.STATUS_PATH, json={"job": job})


class PageClient(ApiClient):
    """A site's own pages, which nobody asks for a video."""

    BASE_URL = "https://reels.example.com"

    async def visit(self, reader):
        return await self.post("/models/veo-3.1-fast", json={"reader": reader})


class Elsewhere(ApiClient):
    async def like(self, reader):
        return await self.post("/google/veo-3.1", json={"reader": reader, "likes": 1})
