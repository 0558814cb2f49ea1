REEL_MODEL = "veo-3.1-fast-generate-001"
