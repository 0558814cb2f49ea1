veo_model   = "veo-3.1-generate-001"
video = {
  draft_model = "veo-3.1-lite-generate-001"
  label       = "veo-3.1-generate-001"
}
veo_model = "veo-3.1-fast-generate-001"
