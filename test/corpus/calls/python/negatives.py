"""Tables and guards; no request is made here."""
import re

PRICES = {
    "veo-3.1-generate-001": {"720p": 0.40, "1080p": 0.40, "4k": 0.60},
    "veo-3.1-fast-generate-001": {"720p": 0.10, "1080p": 0.12, "4k": 0.30},
}
SUPPORTED = ["veo-3.1-generate-001", "veo-3.1-fast-generate-001", "veo-2.0-generate-001"]
DEPRECATED = {"veo-3.0-generate-preview": "veo-3.0-generate-001"}
VEO_RE = re.compile(r"veo-\d\.\d-(?:fast-)?generate-\w+")


def cost(model: str, seconds: int = 8, resolution: str = "720p") -> float:
    """cost("veo-3.1-generate-001", 8) -> 3.2"""
    return PRICES[model][resolution] * seconds


def check(model: str) -> None:
    if model.startswith("veo-3.1-generate") and model not in SUPPORTED:
        raise ValueError(f"{model}: did you mean veo-3.1-generate-001?")
    # client.models.generate_videos(model="veo-3.0-generate-preview", prompt="old way")
    assert model != "veo-3.0-generate-preview", "use generate_videos with veo-3.1-generate-001"
