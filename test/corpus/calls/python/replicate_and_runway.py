import replicate
from runwayml import RunwayML

runway = RunwayML()

output = replicate.run(
    "google/veo-3-fast",
    input={"prompt": "a kite over dunes", "resolution": "1080p", "generate_audio": True},
)
with open("kite.mp4", "wb") as fh:
    fh.write(output.read())

task = runway.image_to_video.create(
    model="veo3.1_fast",
    prompt_image="https://example.com/kite.jpg",
    prompt_text="the kite dips",
    ratio="720:1280",
    duration=4,
).wait_for_task_output()

other = runway.text_to_video.create(model="gen4.5", prompt_text="not ours", ratio="1280:720", duration=5)

prediction = replicate.predictions.create(model="google/veo-3.1-lite", input=dict(prompt="dunes", duration=4, aspect_ratio="9:16"))
