from google import genai

from reels.names import FILM, SECONDS

client = genai.Client(vertexai=True, project="reels", location="us-central1")
operation = client.models.generate_videos(
    model=FILM,
    prompt="a red kite",
    config={"duration_seconds": SECONDS},
)
