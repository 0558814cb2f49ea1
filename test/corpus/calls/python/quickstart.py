import os
import time

from google import genai
from google.genai import types

client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])

operation = client.models.generate_videos(
    model="veo-3.1-generate-preview",
    prompt="Two cats argue over the last tuna can, handheld camera",
    config=types.GenerateVideosConfig(
        number_of_videos=1,
        duration_seconds=8,
        resolution="1080p",
        aspect_ratio="16:9",
        negative_prompt="text, watermark",
    ),
)

while not operation.done:
    print("still cooking…")
    time.sleep(10)
    operation = client.operations.get(operation)

clip = operation.response.generated_videos[0]
client.files.download(file=clip.video)
clip.video.save("cats.mp4")

# and once more, cheap
op2 = client.models.generate_videos(model="veo-3.1-lite-generate-preview", prompt="same, but dogs", config={"duration_seconds": 4, "aspect_ratio": "9:16"})
