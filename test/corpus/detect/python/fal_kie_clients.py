import fal_client
import requests
import replicate

KIE = "https://api.kie.ai/api/v1/veo/generate"


def kie(prompt):
    return requests.post(KIE, json={"prompt": prompt, "model": "veo3_fast", "aspectRatio": "9:16"}, timeout=30)


def fal(prompt):
    handle = fal_client.submit("fal-ai/veo3.1/fast", arguments={"prompt": prompt})
    return fal_client.result("fal-ai/veo3.1/fast", handle.request_id)


def rep(prompt):
    return replicate.run("google/veo-3", input={"prompt": prompt})


def comet(prompt):
    data = {"model": "veo3-fast", "prompt": prompt}
    return requests.post("https://api.cometapi.com/v1/videos", json=data, timeout=30)
