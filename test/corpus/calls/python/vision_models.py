"""A clip by the older classes of the Vertex SDK, which are asked for a model by its name."""
import time

import vertexai
from vertexai.preview.vision_models import VideoGenerationModel

vertexai.init(project="clips", location="us-central1")


def clip(prompt: str) -> bytes:
    model = VideoGenerationModel.from_pretrained("veo-3.0-generate-preview")
    operation = model.generate_videos(
        prompt=prompt,
        number_of_videos=2,
        duration_seconds=6,
        aspect_ratio="9:16",
    )
    for _ in range(60):
        if operation.done:
            return operation.result.generated_videos[0].video.video_bytes
        time.sleep(10)
        operation.refresh()
    raise TimeoutError("no clip after ten minutes")
