#!/usr/bin/env bash
set -euo pipefail

INF=${INF:-/opt/tools/bin/infsh}
MODEL=${MODEL:-google/veo-3-1-fast}
OTHER=${OTHER:-/opt/tools/bin/ffmpeg}

shot() {
  local prompt="$1"
  local seconds="$2"
  "$INF" app run "$MODEL" --input "{\"prompt\": \"$prompt\", \"duration\": $seconds}" --json --save shot.json
}

infsh app run google/veo-3 --input '{"prompt": "a kite", "aspect_ratio": "16:9"}'
higgsfield generate create veo3_1_lite --prompt "a harbour" --aspect_ratio 9:16 --wait --json

# What only looks, counts or is another program's asks for nothing.
infsh app get google/veo-3-1-fast
infsh app sample google/veo-3-1 --save input.json
higgsfield generate cost veo3_1 --resolution 1080p
infsh app run falai/flux-dev --input '{"prompt": "a still"}'
"$OTHER" app run "$MODEL" --input "film.mp4"
echo infsh app run google/veo-3-1-fast
