#!/bin/bash
# usage: vertex.sh "prompt" [model]
PROJECT_ID=${GOOGLE_CLOUD_PROJECT:?set me}
LOCATION_ID="us-central1"
API_ENDPOINT="${LOCATION_ID}-aiplatform.googleapis.com"
MODEL_ID="${2:-veo-3.1-fast-generate-001}"
SECONDS_EACH=6

cat << EOF > request.json
{
  "instances": [ { "prompt": "$1" } ],
  "parameters": {
    "aspectRatio": "16:9",
    "sampleCount": 2,
    "durationSeconds": ${SECONDS_EACH},
    "generateAudio": true,
    "resolution": "1080p"
  }
}
EOF

curl \
  -X POST \
  -H "Content-Type: application/json" \
  -H "Authorization: Bearer $(gcloud auth print-access-token)" \
  "https://${API_ENDPOINT}/v1/projects/${PROJECT_ID}/locations/${LOCATION_ID}/publishers/google/models/${MODEL_ID}:predictLongRunning" -d '@request.json'

curl -sS -X POST "https://${API_ENDPOINT}/v1/projects/${PROJECT_ID}/locations/${LOCATION_ID}/publishers/google/models/${VEO_MODEL:-veo-3.0-generate-001}:predictLongRunning" \
  -H "Authorization: Bearer $(gcloud auth print-access-token)" \
  --data-binary @- <<JSON
{"instances":[{"prompt":"fog"}],"parameters":{"sampleCount":1,"durationSeconds":8,"generateAudio":false}}
JSON
