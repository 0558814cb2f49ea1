"""Addresses whose last folder is the model."""
import os

import requests

SUBMIT = "https://api.segmind.com/v1/veo-2"
FAST = "https://api.nobody-knows.example.com/v2/veo-3.1-fast"
PLATFORM = "https://pollo.ai/api/platform/generation/google/veo3-1"
NESTED = "https://studio.example.net/api/jobs/run/google/veo3.1"
STATUS = "https://api.nobody-knows.example.com/v2/veo-3.1-fast/status"
PAGE = "https://pollo.ai/m/veo-3"
GUIDE = "https://docs.example.net/api/reference/google/veo3.1"
OWN = "https://api.our-app.example.com/v1/veo3"
PICTURE = "https://api.our-app.example.com/v1/veo-3.png"
os.environ.setdefault("CLIP_URL", "https://api.segmind.com/v1/veo-3-fast")
requests.get("https://www.segmind.com/v1/veo-2")
