"""Names that a tuple gives their values: each has its own part."""
import requests

URL = "https://api.kie.ai/api/v1/veo/generate"


def asked(prompt):
    return "veo3_fast", prompt, "9:16"


model, prompt, ratio = asked("a kite")
requests.post(URL, json={"model": model, "prompt": prompt, "aspectRatio": ratio})

title, named = "a harbour", "veo3"
requests.post(URL, json={"model": named, "prompt": title})

# The first name of a tuple is not all of it.
name, other = "kling-3", "veo3"
requests.post("https://films.example.com/v1/films", json={"model": name, "prompt": title})
