"""Models that are asked for by name before they are sent."""
import replicate
from google.cloud import aiplatform_v1

job = replicate.predictions.create(
    model=replicate.models.get("google/veo-3.1-fast"),
    input={"prompt": "rain on a window", "duration": 6, "resolution": "720p", "aspect_ratio": "9:16", "generate_audio": False},
)

print(replicate.models.get("google/veo-2").description)

service = aiplatform_v1.PredictionServiceClient()
path = f"projects/{PROJECT}/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001"
asked = {"durationSeconds": 4, "aspectRatio": "9:16"}
lro = service.long_running_predict(endpoint=path, instances=[{"prompt": "a kite"}], parameters=asked)
