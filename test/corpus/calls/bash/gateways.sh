#!/bin/sh
PROMPT=${PROMPT:-"a cup of coffee"}

curl -s https://openrouter.ai/api/v1/videos \
  -H "Authorization: Bearer $OPENROUTER_API_KEY" \
  -H 'Content-Type: application/json' \
  -d "{\"model\": \"google/veo-3.1-fast\", \"prompt\": \"$PROMPT\", \"duration\": 4, \"resolution\": \"720p\"}"

curl --request POST --url https://queue.fal.run/fal-ai/veo3/fast \
  --header "Authorization: Key $FAL_KEY" \
  --data '{"prompt": "a cup", "aspect_ratio": "9:16", "duration": "8s", "generate_audio": false}'

curl -X POST "https://api.kie.ai/api/v1/veo/generate" -H "Authorization: Bearer $KIE" -H "Content-Type: application/json" \
  -d '{"prompt":"a cup","model":"veo3_lite","aspectRatio":"9:16"}'

curl -s -X POST -H "Authorization: Bearer $REPLICATE_API_TOKEN" \
  -d '{"input":{"prompt":"a cup","duration":6,"resolution":"1080p"}}' \
  https://api.replicate.com/v1/models/google/veo-3.1/predictions

curl http://0.0.0.0:4000/v1/videos -H "Authorization: Bearer sk-1234" -H "Content-Type: application/json" -d '{"model":"gemini/veo-3.0-fast-generate-001","prompt":"a cup","seconds":"8","size":"720x1280"}'

curl https://api.aimlapi.com/v2/video/generations -H "Authorization: Bearer $AIML" \
  -H "Content-Type: application/json" \
  -d '{"model":"google/veo-3.1-t2v-fast","prompt":"a cup","duration":8,"resolution":"1080p","generate_audio":true}'
