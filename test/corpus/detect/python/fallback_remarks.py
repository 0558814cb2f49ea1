"""Tries veo-3-1-generate-preview first."""
MODEL = "veo-3-1-generate-preview"
OTHER = {"page": "veo-3-1-lite-generate-preview"}
