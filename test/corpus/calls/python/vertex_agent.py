import asyncio
import logging
import os

from google import genai
from google.genai import types

logger = logging.getLogger(__name__)

PROJECT = os.getenv("GOOGLE_CLOUD_PROJECT")
LOCATION = os.getenv("GOOGLE_CLOUD_LOCATION", "us-central1")
VEO_MODEL = os.getenv("VEO_MODEL", "veo-3.1-fast-generate-001")
POLL_INTERVAL = 12
CLIP_S = 6

client = genai.Client(vertexai=True, project=PROJECT, location=LOCATION)


async def scene_clip(scene: dict, bucket: str) -> str:
    speaks = scene.get("speaker") is not None
    config = types.GenerateVideosConfig(
        aspect_ratio="16:9",
        duration_seconds=CLIP_S,
        output_gcs_uri=f"gs://{bucket}/{scene['id']}",
        generate_audio=speaks,
    )
    operation = await client.aio.models.generate_videos(model=VEO_MODEL, prompt=scene["prompt"], config=config)
    deadline = asyncio.get_event_loop().time() + 600
    while not operation.done:
        if asyncio.get_event_loop().time() > deadline:
            raise TimeoutError(scene["id"])
        await asyncio.sleep(POLL_INTERVAL)
        operation = await client.aio.operations.get(operation)
    if operation.error:
        raise RuntimeError(operation.error)
    return operation.result.generated_videos[0].video.uri


async def cover(prompt: str) -> types.GenerateVideosOperation:
    logger.info("cover: %s", prompt)
    return await client.aio.models.generate_videos(
        model=os.environ.get("VEO_COVER_MODEL") or "veo-3.1-generate-001",
        source=types.GenerateVideosSource(prompt=prompt),
        config=types.GenerateVideosConfig(resolution="4k", duration_seconds=CLIP_S + 2, number_of_videos=1, generate_audio=False),
    )
