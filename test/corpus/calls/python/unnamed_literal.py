"""A literal that nothing around it calls a model: the request that sends it does."""
import requests

tool = "veo3"
answer = requests.post(
    "https://api.kie.ai/api/v1/veo/generate", json={"prompt": "a kite", "model": tool, "aspectRatio": "16:9"}
)
