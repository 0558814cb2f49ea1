#!/usr/bin/env bash
# Usage: ./usage.sh --model veo-3.0-generate-001 --out clip.mp4
MODEL="veo3_fast"
DRAFT='fal-ai/veo3/fast'
case "$1" in
  --fast) MODEL=veo-3.0-fast-generate-001 ;;
  --help) echo "models: veo-3.0-generate-001 | veo-2.0-generate-001"; exit 0 ;;
esac
VIDEO_MODEL=veo3.1 python render.py --prompt "a kite" --seconds 8
docker run --rm -e VEO_MODEL=veo-3.1-generate-001 -v "$PWD/veo3:/out" studio/veo3:latest
echo "[$(date)] veo3 done -> $MODEL $DRAFT" >> veo3.log
