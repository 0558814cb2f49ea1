run() { node cli.mjs video "a kite" --gemini-video veo-3.1-fast-generate-preview --price; }
run --model=veo-3.1-lite-generate-preview && echo ok
test_one "create" "curl -sS '$BASE/api/create' --data-binary '{\"prompt\":\"night\",\"model\":\"veo-3.0-generate-preview\"}' | jq -r .ok"
python render.py -m gemini/veo-3.0-generate-001 -o out/veo3.mp4
curl https://api.replicate.com/v1/models/google/veo-3-fast/predictions -H "Authorization: $T"
curl -d '{"model": "veo3_fast"}' https://api.kie.ai/api/v1/veo/generate
