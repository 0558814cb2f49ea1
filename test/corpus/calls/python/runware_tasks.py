import asyncio
import requests
from runware import IImageInference, IVideoInference, Runware


async def clip(prompt: str):
    runware = Runware(api_key="…")
    await runware.connect()
    task = IVideoInference(
        positivePrompt=prompt,
        model="google:3@1",
        width=1280,
        height=720,
        duration=8,
        numberResults=2,
    )
    return await runware.videoInference(requestVideo=task)


async def still(prompt: str):
    runware = Runware(api_key="…")
    return await runware.imageInference(requestImage=IImageInference(positivePrompt=prompt, model="google:4@1"))


def by_hand(prompt: str):
    return requests.post(
        "https://api.runware.ai/v1",
        json=[{"taskType": "videoInference", "model": "google:3@2", "positivePrompt": prompt, "width": 1080, "height": 1920}],
    )


ask = asyncio.run(clip("a kite"))
PORTS = {"google:3@1": 0.5}
