#!/usr/bin/env bash
set -euo pipefail

BASE_URL="https://generativelanguage.googleapis.com/v1beta"
MODEL="veo-3.1-generate-preview"

op=$(curl -s "${BASE_URL}/models/${MODEL}:predictLongRunning" \
  -H "x-goog-api-key: $GEMINI_API_KEY" \
  -H "Content-Type: application/json" \
  -X POST \
  -d '{
    "instances": [{"prompt": "a slow pan over a desk"}],
    "parameters": {"aspectRatio": "16:9", "durationSeconds": "8", "resolution": "720p"}
  }' | jq -r .name)

while true; do
  status=$(curl -s -H "x-goog-api-key: $GEMINI_API_KEY" "${BASE_URL}/${op}")
  if [ "$(echo "$status" | jq .done)" = "true" ]; then
    uri=$(echo "$status" | jq -r '.response.generateVideoResponse.generatedSamples[0].video.uri')
    curl -L -o out.mp4 -H "x-goog-api-key: $GEMINI_API_KEY" "$uri"
    break
  fi
  sleep 10
done

# quick one, no parameters
curl "https://generativelanguage.googleapis.com/v1beta/models/veo-2.0-generate-001:predictLongRunning?key=$GEMINI_API_KEY" -d '{"instances":[{"prompt":"x"}]}'
