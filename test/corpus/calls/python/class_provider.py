from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum

from google import genai
from google.genai import types


class VeoModel(str, Enum):
    STANDARD = "veo-3.0-generate-001"
    FAST = "veo-3.0-fast-generate-001"


@dataclass
class VeoSettings:
    model: str = "veo-3.1-generate-preview"
    seconds: int = 8
    resolution: str = "720p"


class VeoProvider:
    DEFAULT_MODEL = "veo-3.1-fast-generate-preview"

    def __init__(self, api_key: str, model: str | None = None):
        self.client = genai.Client(api_key=api_key)
        self.model = model or self.DEFAULT_MODEL

    def quick(self, prompt: str):
        return self.client.models.generate_videos(
            model=VeoModel.FAST.value,
            prompt=prompt,
            config=types.GenerateVideosConfig(duration_seconds=8, number_of_videos=1),
        )

    def run(self, prompt: str, *, seconds: int, resolution: str = "720p"):
        operation = self.client.models.generate_videos(
            model=self.model,
            prompt=prompt,
            config=types.GenerateVideosConfig(duration_seconds=seconds, resolution=resolution, aspect_ratio="16:9"),
        )
        while not operation.done:
            time.sleep(10)
            operation = self.client.operations.get(operation)
        return operation.response

    def configured(self, prompt: str, settings: VeoSettings):
        return self.client.models.generate_videos(model=settings.model, prompt=prompt, config={"duration_seconds": settings.seconds})
