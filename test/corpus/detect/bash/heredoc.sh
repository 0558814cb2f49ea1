#!/bin/sh
# Submits one job with veo-3.0-generate-001.
cat > body.json <<JSON
{ "model": "veo-3.0-generate-001", "prompt": "a kite" }
JSON
curl "https://generativelanguage.googleapis.com/v1beta/openai/videos" -F "model=veo-3.1-generate-preview" -F "prompt=a kite"
curl -X POST "https://$LOC-aiplatform.googleapis.com/v1/projects/$P/locations/$LOC/publishers/google/models/veo-3.0-fast-generate-001:predictLongRunning"
node render.mjs --model veo-3.$MINOR-generate-001 --out "veo3-$(date +%s).mp4"
MODEL=veo3_fast ./render.sh; MODEL="veo-2.0-generate-001" ./render.sh
for m in veo-3.1-generate-001 veo-3.1-fast-generate-001; do echo "$m"; done
mkdir -p out/veo3 && mv veo3_*.mp4 out/veo3/
