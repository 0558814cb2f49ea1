"""Runs in the container; everything is set in the Dockerfile."""
import os
import time

from google import genai

client = genai.Client()


def main() -> None:
    op = client.models.generate_videos(model=os.environ["VEO_MODEL"], prompt=os.environ["PROMPT"], config={"duration_seconds": int(os.environ["SECONDS_EACH"])})
    while not op.done:
        time.sleep(5)
        op = client.operations.get(op)


main()
