#!/usr/bin/env bash
set -euo pipefail

# Default is veo-3.1-generate-001; export VEO_MODEL to change it.
VEO_MODEL="${VEO_MODEL:-veo-3.1-generate-001}"
FAST_MODEL=${FAST_MODEL:-veo-3.1-fast-generate-001}
MODELS=(veo-3.0-generate-001 veo-3.0-fast-generate-001)
NAME=${VEO_MODEL#veo-} # veo-2.0-generate-001 becomes 2.0-generate-001
COUNT=$#; LAST="veo-2.0-generate-001"

export KIE_MODEL=veo3_fast
export VEO3_API_KEY="$(cat key.txt)"
gcloud run deploy veo3-worker --image "gcr.io/demo/veo3-worker:7" --set-env-vars "MODEL=veo-3.1-generate-001,TIER=fast"
curl -sS -X POST "https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-generate-001:predictLongRunning?key=$KEY" \
  -d '{"model":"veo-3.0-generate-001"}' -o veo-3.0-generate-001.json
ffmpeg -i veo3_raw.mp4 -c copy "out/veo-3.1-final.mp4"
git checkout feature/veo3-fast
echo "$NAME $COUNT $LAST ${MODELS[*]}"
