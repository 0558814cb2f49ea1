CHOICES = [
    {"id": "veo-3-generate-preview", "name": "Veo 3"},
    {"id": "veo-3-fast-generate-preview", "name": "Veo 3 Fast (with audio)"},
    {"id": "veo-2-generate-preview", "name": "Veo 2"},
    {"id": "veo-3-fast-generate", "name": "Veo 3 Fast"},
    {"id": "veo-3-lite-generate", "name": "Veo 3 Lite"},
    {"id": "veo-4.0-fast-generate-preview", "name": "Veo 4 Fast"},
    {"id": "veo-3.0-generate-002", "name": "Veo 3.0 refresh"},
]

DEFAULT = "models/veo-3.1-generate"
VERTEX = "publishers/google/models/veo-3.1-pro-generate-preview"
# tried veo-4.0-generate-001 in vain
