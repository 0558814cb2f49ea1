import asyncio
import os

import litellm
from litellm import avideo_generation, video_generation, video_status

os.environ["VERTEXAI_PROJECT"] = "acme-media"
os.environ["VERTEXAI_LOCATION"] = "us-central1"

response = video_generation(
    model="vertex_ai/veo-3.0-generate-001",
    prompt="A lighthouse in a storm",
    seconds="8",
    size="1280x720",
)
print(response.id, response.status)


async def main():
    r = await avideo_generation(model="gemini/veo-3.1-generate-preview", prompt="fog", size="720x1280")
    while (await litellm.avideo_status(video_id=r.id)).status == "processing":
        await asyncio.sleep(10)


def rw(prompt):
    return litellm.video_generation(model="runwayml/veo3.1", prompt=prompt, seconds=4)
