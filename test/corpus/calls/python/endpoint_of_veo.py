import httpx

BASE = "https://api.kie.ai/api/v1"


def send(key: str, **params):
    body = {"prompt": params.pop("prompt"), **params}
    return httpx.post(f"{BASE}/veo/generate", json=body, headers={"Authorization": f"Bearer {key}"})


class Clips:
    def _post(self, body):
        return httpx.post(BASE + "/veo/generate", json=body)

    def fast(self, words):
        return self._post({"prompt": words, "model": "veo3_fast"})

    def slow(self, words):
        return self._post({"prompt": words, "model": "veo3_fast", "aspectRatio": "9:16"})


def lens(key: str, options: dict):
    return httpx.post(
        "https://api.segmind.com/v1/veo-3", json={**options, "duration": options.get("duration", 8)}, headers={"x-api-key": key}
    )
