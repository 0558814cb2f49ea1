from google.genai import types

CLIP_MODEL = "veo-3.0-fast-generate-001"


def build_clip_config(seconds=4, *, ratio="16:9"):
    if seconds not in (4, 6, 8):
        raise ValueError("no such duration")
    return types.GenerateVideosConfig(
        number_of_videos=2, duration_seconds=seconds, aspect_ratio=ratio, resolution="1080p"
    )
