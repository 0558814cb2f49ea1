from google import genai

client = genai.Client(vertexai=True, project="studio", location="us-central1")
RATIO = "aspect_ratio"


def from_caller(prompt, **options):
    config = {"duration_seconds": 8, "resolution": "720p"}
    for name, value in options.items():
        config[name] = value
    return client.models.generate_videos(model="veo-3.1-generate-001", prompt=prompt, config=config)


def some_of(prompt, body):
    config = {"duration_seconds": 8, "resolution": "720p", "number_of_videos": 2}
    for name in ("duration_seconds", "aspect_ratio"):
        if name in body:
            config[name] = body[name]
    return client.models.generate_videos(model="veo-3.1-generate-001", prompt=prompt, config=config)


def by_constant(prompt):
    config = {"duration_seconds": 6, "resolution": "480p"}
    config[RATIO] = "9:16"
    return client.models.generate_videos(model="veo-3.1-generate-001", prompt=prompt, config=config)
