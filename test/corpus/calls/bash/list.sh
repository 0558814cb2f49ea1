#!/bin/bash
# Which models answer? Listing and describing only.
for m in veo-3.1-generate-preview veo-3.1-fast-generate-preview veo-2.0-generate-001; do
  curl -s "https://generativelanguage.googleapis.com/v1beta/models/$m?key=$GEMINI_API_KEY" | jq -r .displayName
done
curl -s "https://generativelanguage.googleapis.com/v1beta/models?key=$GEMINI_API_KEY" | grep -o 'veo-[a-z0-9.-]*'
echo "expected: veo-3.1-generate-preview (see :predictLongRunning)"
