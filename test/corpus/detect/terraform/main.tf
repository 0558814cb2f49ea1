# veo-3.0-generate-001 until June
variable "veo_model" {
  type    = string
  default = "veo-3.1-generate-001"
}

resource "google_cloud_run_v2_service" "veo3_worker" { // keeps veo-3.0-fast-generate-001
  name = "veo3-worker"
  template {
    containers {
      image = "gcr.io/demo/veo3:latest"
      env {
        name  = "KIE_MODEL"
        value = "veo3_fast"
      }
      env {
        name  = "VEO_DRAFT"
        value = "veo-3.1-fast-generate-001"
      }
    }
  }
  /* veo-2.0-generate-001 */
}
