from google import genai

client = genai.Client(vertexai=True, project="studio", location="us-central1")


class Film:
    def __init__(self, model: str, seconds: int = 8):
        self.model = model
        self.seconds = seconds

    def make(self, prompt: str):
        return client.models.generate_videos(
            model=self.model, prompt=prompt, config={"duration_seconds": self.seconds}
        )


class Clip:
    def __init__(self, model: str):
        self.model = model

    def make(self, prompt: str):
        return client.models.generate_videos(model=self.model, prompt=prompt)


film = Film("veo-3.1-generate-001")
draft = Clip("veo-3.1-fast-generate-001")
final = Clip("veo-3.1-generate-001")
