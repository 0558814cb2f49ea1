#!/usr/bin/env bash
curl -X POST "$BASE_URL/gemini/v1beta/models/veo-3.0-generate-001:predictLongRunning" \
  -d '{"instances": [{"prompt": "a kite"}], "parameters": {"aspectRatio": "16:9"}}'

curl -X POST "${BASE}/v1beta/models/veo-3.0-fast-generate-001:predictLongRunning" \
  -d '{"instances": [{"prompt": "a kite"}]}'
