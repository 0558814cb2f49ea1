#!/bin/sh
# earlier: --set-env-vars CLIP_MODEL=veo-2.0-generate-001
PAIRS="REGION=us-central1"
PAIRS="${PAIRS},CLIP_MODEL=${CLIP_MODEL:-veo-3.1-generate-001}"
VEO_MODEL=veo-3.0-generate-001
export VIDEO_MODEL=veo-3.0-fast-generate-001
echo "VEO_MODEL=veo-2.0-generate-001 is gone"
gcloud run deploy clips --region us-central1 \
  --update-env-vars="POLLS=60,CLIP_VEO_MODEL=veo-3.1-fast-generate-001,BUCKET=gs://b" \
  --quiet
docker run --rm -e VEO_MODEL_ID='veo-3.1-generate-preview' -e GOOGLE_GENAI_USE_VERTEXAI=false clips
kubectl set env deployment/clips VIDEO_MODEL=veo-3.0-generate-001 && rollout
aws lambda update-function-configuration --environment "Variables={VEO_MODEL=veo-3.0-fast-generate-001,LOG=1}"
DRAFT_MODEL=veo-3.1-lite-generate-001 node draft.js
echo "VIDEO_MODEL=veo-3.1-lite-generate-preview" >> "$GITHUB_ENV"
sed -i 's/^VEO_MODEL=.*/VEO_MODEL=veo-3.1-generate-001/' .env
curl -d model=veo-3.0-generate-001 "$URL"
