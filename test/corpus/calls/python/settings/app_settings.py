from dataclasses import dataclass

from pydantic_settings import BaseSettings


@dataclass
class ClipDefaults:
    model: str = "veo-3.0-generate-001"
    seconds: int = 6


class AppSettings(BaseSettings):
    veo_model: str = "veo-3.0-fast-generate-001"
    clip: ClipDefaults = ClipDefaults()


def get_settings() -> AppSettings:
    return AppSettings()
