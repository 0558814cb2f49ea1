#!/usr/bin/env bash
# Each variable may come from outside; the model's default is still known.
set -euo pipefail
REGION="${VEO_REGION:-us-central1}"
HOST="${VEO_HOST:-us-central1-aiplatform.googleapis.com}"
VERSION="${VEO_VERSION:-v1}"
MODEL="${VEO_MODEL:-veo-3.0-generate-001}"

api() {
  curl -sS -H "Content-Type: application/json" "$@"
}

SUBMIT_URL="https://$HOST/$VERSION/projects/$PROJECT/locations/$REGION/publishers/google/models/$MODEL:predictLongRunning"
RESPONSE=$(api -X POST "$SUBMIT_URL" -d "$REQUEST_BODY")

BASE="https://${AREA}-aiplatform.googleapis.com/v1/projects/${PROJECT}/locations/${AREA}/publishers/google/models/${MODEL}"
curl -s -X POST "${BASE}:predictLongRunning" -d @body.json
BASE="https://${AREA}-aiplatform.googleapis.com/v1/projects/${PROJECT}/locations/${AREA}/publishers/google/models/${MODEL}"
curl -s -X POST "${BASE}:fetchPredictOperation" -d @poll.json
