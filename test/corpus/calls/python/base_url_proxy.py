import os
from openai import OpenAI

client = OpenAI(base_url=os.getenv("OPENAI_BASE_URL", "https://openrouter.ai/api/v1"), api_key=os.environ["OPENROUTER_API_KEY"])

job = client.videos.create(
    model="google/veo-3.1",
    prompt="an umbrella in the wind",
    seconds="8",
    size="1280x720",
    extra_body={"generate_audio": False},
)
print(job.id)

# the SDK has no key for it, so the raw call
raw = client.post("/videos", body={"model": "google/veo-3.1-lite", "prompt": "umbrella", "duration": 4}, cast_to=object)
