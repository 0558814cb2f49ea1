import os
from google import genai
from google.genai import types

client = genai.Client(api_key=os.getenv("GOOGLE_API_KEY"))
quality = os.getenv("QUALITY", "fast")

if quality == "fast":
    model_id = "veo-3.0-fast-generate-001"
elif quality == "best":
    model_id = "veo-3.0-generate-001"
else:
    raise SystemExit(f"no such quality: {quality}")

cfg = types.GenerateVideosConfig(
    number_of_videos=int(os.getenv("N", "1")),
    duration_seconds=8,
    aspect_ratio=os.getenv("RATIO", "16:9"),
)
op = client.models.generate_videos(model=model_id, prompt=open("prompt.txt").read(), config=cfg)

model_id = "veo-3.1-fast-generate-preview"
print(client.models.generate_videos(model=model_id, prompt="later", config=types.GenerateVideosConfig(duration_seconds=4)).name)
