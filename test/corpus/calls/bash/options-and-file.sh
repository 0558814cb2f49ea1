#!/usr/bin/env bash
FAST_ENDPOINT="https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning"
BEST_ENDPOINT="https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning"
case "$TIER" in
  fast) ENDPOINT="$FAST_ENDPOINT" ;;
  best) ENDPOINT="$BEST_ENDPOINT" ;;
esac
BODY="$(mktemp)"
cat > "$BODY" <<EOF
{"instances": [{"prompt": "a pier at night"}], "parameters": {"aspectRatio": "9:16", "sampleCount": 1}}
EOF
STATUS="$(curl -sS -w '%{http_code}' -o "$ANSWER" \
  -X POST "$ENDPOINT" \
  -H "x-goog-api-key: $GEMINI_API_KEY" \
  --data-binary @"$BODY")" || exit 1
