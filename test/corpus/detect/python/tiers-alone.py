# A gateway with one version of Veo leaves it out.
CASES = [
    ({"model": "veo-ultra"}, "model must be one of"),
    ({"model": "veo-lite", "duration": 10}, "offers no length"),
    ({"model": "veo_quality"}, "costs more"),
]
channel = "veo-fast"
skill = {"name": "veo-pro", "folder": "skills/veo-lite"}
