run() { node cli.mjs video "a kite" --gemini-video veo-3.1-fast-generate-preview --price; }
run --model=veo-3.1-lite-generate-preview && echo ok
check "make a clip" "wget -qO- --post-data='{\"model\":\"veo-3.0-generate-preview\",\"text\":\"rain\"}' $BASE/jobs"
python render.py -m gemini/veo-3.0-generate-001 -o out/veo3.mp4
curl https://api.replicate.com/v1/models/google/veo-3-fast/predictions -H "Authorization: $T"
curl -d '{"model": "veo3_fast"}' https://api.kie.ai/api/v1/veo/generate
