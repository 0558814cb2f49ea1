veo_model = "veo-3.1-generate-001" # was veo-3.0-generate-001
models    = ["veo-3.1-fast-generate-001", "veo-3.1-lite-generate-001"]
bucket    = "veo3-output-prod"
