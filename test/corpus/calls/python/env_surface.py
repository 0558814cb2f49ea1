import argparse
import os

os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "True"
os.environ["GOOGLE_CLOUD_PROJECT"] = "acme-media"
os.environ["GOOGLE_CLOUD_LOCATION"] = "us-central1"

from google import genai  # noqa: E402
from google.genai.types import GenerateVideosConfig  # noqa: E402

MODELS = {"fast": "veo-3.0-fast-generate-001", "standard": "veo-3.0-generate-001"}


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("prompt")
    p.add_argument("--model", default="veo-3.0-generate-001")
    p.add_argument("--tier", choices=MODELS)
    p.add_argument("--seconds", type=int, default=8)
    return p.parse_args()


if __name__ == "__main__":
    args = parse()
    client = genai.Client()
    op = client.models.generate_videos(
        model=args.model,
        prompt=args.prompt,
        config=GenerateVideosConfig(duration_seconds=args.seconds, generate_audio=False, number_of_videos=1),
    )
    print(op.name)
    if args.tier:
        client.models.generate_videos(model=MODELS[args.tier], prompt=args.prompt)
    client.models.generate_videos(model=MODELS.get("preview", MODELS["fast"]), prompt=args.prompt, config=GenerateVideosConfig(resolution="720p"))
