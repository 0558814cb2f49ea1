MODEL = "fal-ai/veo3"
