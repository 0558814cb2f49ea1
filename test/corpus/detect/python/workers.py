VIDEO_MODEL = "@cf/google/veo-3"
MODELS = [{"id": "@cf/google/veo-3.1-fast", "label": "Veo 3.1 Fast"}]
PACKAGE = "@acme/veo-3"
