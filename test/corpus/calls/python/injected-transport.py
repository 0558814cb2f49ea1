class OpenRouterVideo:
    """Submits a job by whatever sends requests here."""

    def __init__(self, model="google/veo-3.1-lite", transport=None, resolution="720p"):
        self.model, self.transport, self.resolution = model, transport or default_transport(), resolution

    def generate(self, prompt, seconds):
        body = {"model": self.model, "prompt": prompt, "duration": seconds, "aspect_ratio": "9:16"}
        return self.transport("POST", "/videos", body)

    def look(self, job):
        return self.transport("GET", f"/videos/{job}")
