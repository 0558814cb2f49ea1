from google import genai


class Veo:
    def __init__(self, api_key: str, model_name: str = "models/veo-3.1-generate-preview"):
        self.client = genai.Client(api_key=api_key)
        self.model_name = model_name.replace("models/", "")

    def render(self, prompt: str):
        return self.client.models.generate_videos(model=self.model_name, prompt=prompt)

    def render_other(self, prompt: str):
        # Another name comes out of this: which one is not said.
        name = self.model_name.replace("-preview", "-001")
        return self.client.models.generate_videos(model=name, prompt=prompt)
