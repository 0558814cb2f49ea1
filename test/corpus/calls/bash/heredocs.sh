#!/usr/bin/env bash
set -euo pipefail

code=$(curl -sS -o answer.json -w "%{http_code}" --max-time 60 -X POST "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning" -H "x-goog-api-key: $KEY" -d '{"instances":[{"prompt":"moss"}],"parameters":{"durationSeconds":8}}')

python3 - <<'PY'
from google import genai

client = genai.Client(api_key="k")
client.models.generate_videos(model="veo-3.1-fast-generate-preview", prompt="moss", config={"duration_seconds": 6})
PY

BODY_FILE="workflow.json"
cat <<JSON > workflow.json
{
  "instances": [{ "prompt": "${{ github.event.inputs.prompt }}" }],
  "parameters": { "durationSeconds": 4, "aspectRatio": "9:16", "sampleCount": 2 }
}
JSON
JOB=$(curl -s -X POST "https://us-central1-aiplatform.googleapis.com/v1/projects/$PROJECT/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning" -d "@$BODY_FILE" | jq -r .name)
