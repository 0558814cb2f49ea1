import asyncio
import json
import os

import httpx

GATEWAYS = {"openrouter": "https://openrouter.ai/api/v1", "aiml": "https://api.aimlapi.com/v2"}


async def openrouter(prompt: str, *, tall: bool = False) -> str:
    payload = {
        "model": "google/veo-3.1-fast",
        "prompt": prompt,
        "duration": 6,
        "resolution": "1080p",
        "aspect_ratio": "9:16" if tall else "16:9",
    }
    async with httpx.AsyncClient(timeout=60) as http:
        r = await http.post(f"{GATEWAYS['openrouter']}/videos", json=payload, headers={"Authorization": f"Bearer {os.environ['OPENROUTER_API_KEY']}"})
        r.raise_for_status()
        return r.json()["id"]


async def aiml(prompt: str) -> str:
    async with httpx.AsyncClient(base_url="https://api.aimlapi.com/v2") as http:
        r = await http.post(
            "/video/generations",
            content=json.dumps({"model": "google/veo-3.0-fast", "prompt": prompt, "duration": 8, "generate_audio": False}),
        )
        return r.json()["generation_id"]


async def gemini(prompt: str, model: str = "veo-3.0-fast-generate-001", aspect_ratio: str = "16:9"):
    url = "https://generativelanguage.googleapis.com/v1beta/models/{}:predictLongRunning".format(model)
    parameters = {"aspectRatio": aspect_ratio}
    if os.getenv("VEO_HD"):
        parameters["resolution"] = "1080p"
    async with httpx.AsyncClient() as http:
        return await http.post(url, params={"key": os.environ["GEMINI_API_KEY"]}, json={"instances": [{"prompt": prompt}], "parameters": parameters})


asyncio.run(openrouter("a pier at dusk"))
