from dataclasses import dataclass
from enum import Enum
from typing import Literal


class VideoModel(str, Enum):
    VEO_2 = "veo-2.0-generate-001"
    VEO_3_0_GENERATE_001 = "veo-3.0-generate-001"
    VEO_3_1_FAST = "veo-3.1-fast-generate-preview"


Reseller = Literal["veo3", "veo3_fast", "veo2"]


@dataclass
class Definition:
    key: str
    endpoint: str
    label: str


REGISTRY = [
    Definition(key="k1", endpoint="fal-ai/veo3.1/fast/image-to-video", label="Veo 3.1 Fast"),
    Definition(key="k2", endpoint="fal-ai/veo3/fast", label="Veo 3 Fast"),
]

veo_3_0_generate_001 = REGISTRY[0]
use_veo3_fast = True
