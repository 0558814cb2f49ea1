curl -d "{\"prompt\": \"$P\", \"model\": \"veo3_fast\", \"provider\": \"veo3\"}" "$URL"
curl "$HOST/video/$Q?model=google%2Fveo-3.1-fast&tag=veo3"
gcloud run deploy x --set-env-vars "${COMMON},VEO_MODEL=veo-3.1-fast,PROVIDER=veo3"
mkdir -p "out/veo3" && ls "veo-3.1-generate-001-720p.mp4"
