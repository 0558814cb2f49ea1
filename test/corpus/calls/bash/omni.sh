#!/usr/bin/env bash
curl -X POST "https://generativelanguage.googleapis.com/v1beta/interactions" \
  -H "x-goog-api-key: $GEMINI_API_KEY" --json '{
    "model": "gemini-omni-1.1-flash",
    "input": "a marble on a track",
    "response_format": {"type": "video", "aspect_ratio": "16:9", "duration": "8s"}
  }'
