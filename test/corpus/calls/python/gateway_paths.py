import os
import httpx
import requests

ACCOUNT = os.environ["CF_ACCOUNT_ID"]
WORDS = "@cf/meta/llama-3"
FILM = "@cf/google/veo-3"


async def film(prompt: str):
    url = f"https://api.cloudflare.com/client/v4/accounts/{ACCOUNT}/ai/run/{FILM}"
    async with httpx.AsyncClient() as client:
        return await client.post(url, json={"prompt": prompt, "duration": "6s", "resolution": "720p"})


async def words(prompt: str):
    url = f"https://api.cloudflare.com/client/v4/accounts/{ACCOUNT}/ai/run/{WORDS}"
    async with httpx.AsyncClient() as client:
        return await client.post(url, json={"prompt": prompt})


def wave(prompt: str, image: str):
    return requests.post(
        "https://api.wavespeed.ai/api/v3/google/veo3.1-lite/image-to-video",
        json={"prompt": prompt, "image": image, "duration": 6, "aspect_ratio": "16:9"},
    )


def describe():
    return requests.get("https://api.wavespeed.ai/api/v3/google/veo3.1-lite/image-to-video")


def rate(model_page: dict):
    return requests.post("https://api.wavespeed.ai/api/v3/google/veo3.1-lite/image-to-video", json={"stars": 5})
