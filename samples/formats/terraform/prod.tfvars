veo_model = "veo-3.1-generate-001"
