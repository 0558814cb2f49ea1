variable "veo_model" {
  type        = string
  default     = "veo-3.1-fast-generate-001" # veo-3.1-generate-001 for launches
  description = "Model for nightly clips"
}

resource "google_cloud_run_v2_service" "render" {
  name     = "render"
  location = "us-central1"
  template {
    containers {
      image = "gcr.io/acme/render"
      env {
        name  = "VEO_MODEL"
        value = var.veo_model
      }
    }
  }
}
