"""The short names that gateways give to Omni, and what only looks like one."""
from clips.gateway import create_video

STANDARD = "gemini-omni-flash"
NEWEST = "gemini-omni-1-1-flash"
PAGE = "https://ai.google.dev/gemini-api/docs/models/gemini-omni-flash"
PICTURE = "shots/gemini-omni-flash.png"
SKILL = "gemini-omni-flash-api"
GOOGLE = "gemini-omni-1.1-flash"

MODELS = ["gemini-omni-flash", "kling-3"]


def make(prompt: str) -> str:
    # Ours answers to `gemini-omni-flash-1.1` as well.
    return create_video(model="gemini-omni-flash", prompt=prompt)
TASKS = {"gemini-omni-image-to-video": 15, "gemini-omni-pro-plan": 3}
