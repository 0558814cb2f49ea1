import fal_client
from consts import MODEL
def go(p):
    return fal_client.subscribe(MODEL, arguments={"prompt": p, "duration": "6s"})
def pic(p):
    return fal_client.subscribe("fal-ai/flux", arguments={"prompt": p})
