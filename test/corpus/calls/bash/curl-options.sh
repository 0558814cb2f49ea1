#!/usr/bin/env bash
# Options of curl as people write them: attached, bundled, with an equals sign, before and behind the address.
curl --silent --data-raw='{"model":"google/veo-3.1","prompt":"a kite","duration":4}' https://openrouter.ai/api/v1/videos
curl -sS -d'{"model":"google/veo-3.1","prompt":"a kite","duration":6}' -o out.json https://openrouter.ai/api/v1/videos
curl -sSLf --json '{"model":"google/veo-3.1-fast","prompt":"a kite","resolution":"1080p"}' -w "%{http_code}" --retry 3 https://openrouter.ai/api/v1/videos
curl -XPOST -H"Authorization: Bearer $KIE_KEY" "https://api.kie.ai/api/v1/veo/generate" --data-binary '{"model":"veo3","prompt":"a kite","aspectRatio":"16:9"}'
curl -sd '{"model":"veo3_fast","prompt":"a kite"}' --url https://api.kie.ai/api/v1/veo/generate --max-time 30 -w "\n%{http_code}\n"
curl --fail-with-body --no-progress-meter "https://api.kie.ai/api/v1/veo/record-info?taskId=$TASK" -H "Authorization: Bearer $KIE_KEY"
