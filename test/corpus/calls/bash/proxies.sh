#!/usr/bin/env bash
# Proxies keep Google's paths under hosts of their own: whose models answer there is not known.
job=$(curl -s -X POST "https://relay.example.net/gemini/v1beta/models/veo-3.1-generate-001:predictLongRunning" \
  -H "x-goog-api-key: $KEY" \
  -d '{"instances": [{"prompt": "a lighthouse"}], "parameters": {"aspectRatio": "9:16", "resolution": "1080p"}}' | jq -r .name)
curl -s "https://relay.example.net/gemini/v1beta/models/veo-3.1-generate-001/operations/$job"

curl -s https://relay.example.net/v1/videos -H 'content-type: application/json' \
  -d '{"model": "vertex_ai/veo-3.1-speedy", "prompt": "a lighthouse", "seconds": 8, "size": "1280x720"}'
