"""Client for video models.

Models:
  - veo-3.1-generate-preview (default)
  - veo-3.1-fast-generate-preview
"""


class Client:
    """Talks to the service; Veo 3 and veo3 mean the same to users."""

    model: str = "veo-3.1-generate-preview"

    def run(self, model: str | None = None) -> dict:
        """Run with `models/veo-3.0-generate-001`.

        >>> Client().run("veo-2.0-generate-001")
        """
        # model="veo-3.1-fast-generate-preview",
        chosen = model or self.model  #veo-3.0-generate-001, or later veo-3.0-fast-generate-001
        return {"model": chosen, "text": f"Using {chosen}, not veo-2.0-generate-001..."}
