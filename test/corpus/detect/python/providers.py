import argparse
import os
from enum import Enum
from pathlib import Path


class ProviderType(str, Enum):
    VEO3 = "veo3"


class VideoModel(str, Enum):
    VEO3 = "veo3"


MODEL_CHOICES = ("veo_3_1", "veo_3_1-4K")
KNOWN = {"veo3_fast": 4, "veo3": 8}
FORBIDDEN_TAGS = ["veo3", "veo3.1"]
out = Path("clips") / "veo3"
os.environ["VIDEO_MODEL"] = "veo3.1-fast"
os.environ["VIDEO_PROVIDER"] = "veo3"

parser = argparse.ArgumentParser()
parser.add_argument("--provider", choices=["veo3", "kling"], default="veo3")
parser.add_argument("--model", choices=["veo3", "veo3_fast"], default="veo3_fast")


def render(prompt: str, provider: str = "veo3", model: str = "veo3") -> str:
    if "veo-3" in model or "veo3_fast" not in KNOWN:
        return ""
    assert model in ("veo3", "veo3_fast"), f"unknown: {model}"
    tool = registry.load("veo3")
    return tool.render(prompt, mode="veo3", engine="veo3")
