import litellm
import replicate as r
from openai import OpenAI
from runwayml import RunwayML
from toolbox.video import VideoClient

relay = OpenAI(api_key="k", base_url="https://relay.example/v1")
runway = RunwayML()


def all_of_them(own: VideoClient):
    relay.videos.create(model="veo-3.1-generate-001", prompt="snow", seconds="8")
    runway.text_to_video.create(model="veo3.1_fast", prompt_text="snow", ratio="1280:720", duration=4)
    own.image_to_video.create(model="veo3.1", prompt_text="snow", duration=6)
    r.run("google/veo-3-fast", input={"prompt": "snow", "duration": 8})
    own.predictions.create(model="google/veo-3", input={"prompt": "snow"})
    litellm.video_generation(model="gemini/veo-3.1-generate-preview", prompt="snow", seconds="8")
