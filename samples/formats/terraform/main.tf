variable "veo_model" {
  type    = string
  default = "veo-3.0-generate-001"
}

resource "google_cloud_run_v2_service" "render" {
  name     = "render"
  location = "us-central1"
  template {
    containers {
      image = "registry.example.test/render:1"
      env {
        name  = "VEO_FAST_MODEL"
        value = "veo-3.1-generate-001"
      }
    }
  }
}
