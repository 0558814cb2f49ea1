import httpx

API = "https://api.kie.ai/api/v1"


class VeoClient:
    def __init__(self, key):
        self.key = key

    def submit(self, *, model, prompt, aspect_ratio):
        body = {"model": model, "prompt": prompt, "aspectRatio": aspect_ratio}
        return httpx.post(f"{API}/veo/generate", json=body, headers={"Authorization": f"Bearer {self.key}"}).json()
