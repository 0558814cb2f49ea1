import requests

BASE = "https://api.llmgateway.io/v1"
body = {"model": "veo-3.1-generate-preview", "prompt": "a boat"}
requests.post(f"{BASE}/videos", json=body)
