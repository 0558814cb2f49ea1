locals {
  models = { veo3 = "veo-3.0-generate-001", draft = "fal-ai/veo3.1/fast" }
  env    = <<-EOT
    VEO_MODEL=veo-3.1-generate-001
  EOT
}
resource "google_pubsub_topic" "veo3" { name = "veo3-jobs" } # veo-2.0-generate-001
