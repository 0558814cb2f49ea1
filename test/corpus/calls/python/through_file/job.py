from .veo import VeoClient


def start(key, prompt):
    client = VeoClient(key)
    return client.submit(model="veo3_fast", prompt=prompt, aspect_ratio="9:16")
