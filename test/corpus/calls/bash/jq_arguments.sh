#!/usr/bin/env bash
MODEL="veo-3.1-generate-001"
RATIO="16:9"
SECONDS_EACH=8
URL="https://us-central1-aiplatform.googleapis.com/v1/projects/$PROJECT/locations/us-central1/publishers/google/models/$MODEL:predictLongRunning"

jq -n --arg prompt "$1" --arg ratio "$RATIO" --argjson seconds $SECONDS_EACH '{
  instances: [{ prompt: $prompt }],
  parameters: { aspectRatio: $ratio, durationSeconds: $seconds, sampleCount: 1 }
}' > request.json
curl -s -X POST "$URL" -H "Authorization: Bearer $TOKEN" -d @request.json

BODY=$(jq -n --arg prompt "$1" --arg size "1080p" '{instances: [{prompt: $prompt}], parameters: {resolution: $size}}')
curl -s -X POST "$URL" -H "Authorization: Bearer $TOKEN" -d "$BODY"
