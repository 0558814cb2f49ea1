from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    veo3_model: str = Field(default="veo-3.0-generate-001", description="Veo 3 model")
    kie_model: str = Field("veo3_fast", alias="KIE_VEO3_MODEL")
    models: tuple[str, ...] = ("veo-3.1-generate-001",
                               "veo-3.1-fast-generate-001")  # veo-3.1-lite-generate-001 later


def pick(options: dict, fast: bool) -> str:
    model = options.get("model", "veo3.1-fast")
    model = options["video"]["model"] or "veo-3.1"
    os.environ["SHOP_VIDEO_MODEL"] = "veo3.1-fast"
    return dict(model="veo3.1" if fast else "veo3", out="veo3.mp4")["model"]
