# USD a second, read in May. Sources: https://ai.google.dev/gemini-api/docs/pricing#veo-3.1 and fal.ai/models/fal-ai/veo3
RATES = {
    ("google", "veo-3.1-generate-preview"): {"720p": 0.40, "4k": 0.60},
    ("google", "veo-3.1-fast-generate-preview"): {"720p": 0.10},
    ("vertex", "veo-3.1-generate-001"): {"720p": 0.40},
    ("fal", "fal-ai/veo3/fast"): {"720p": 0.15},
    ("kie", "veo3_fast"): {"clip": 0.40},
    ("litellm", "vertex_ai/veo-3.0-generate-001"): {"720p": 0.40},
}
DEFAULT = RATES[("google", "veo-3.1-fast-generate-preview")]
LABEL = "Veo 3.1 Fast (veo3.1-fast at some resellers)"
