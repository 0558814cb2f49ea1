"""Puts the nodes of the clip workflow into n8n."""
import requests


def nodes(credential):
    found = []
    found.append({
        "parameters": {
            "method": "POST",
            "url": "https://api.kie.ai/api/v1/veo/generate",
            "sendBody": True,
            "specifyBody": "json",
            "jsonBody": "={{ JSON.stringify({ \"prompt\": $json.scene, \"aspectRatio\": \"9:16\", \"model\": \"veo3_fast\" }) }}",
        },
        "name": "Make the clip",
        "type": "n8n-nodes-base.httpRequest",
        "credentials": credential,
    })
    found.append({
        "parameters": {"method": "GET", "url": "https://api.kie.ai/api/v1/veo/record-info"},
        "name": "Ask for it",
        "type": "n8n-nodes-base.httpRequest",
    })
    return found


def update(base, workflow, key):
    return requests.put(f"{base}/workflows/{workflow}", json={"nodes": nodes(None)}, headers={"X-N8N-API-KEY": key})
