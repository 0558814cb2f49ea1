# veo-2.0-generate-001 was first
variable "veo_model" {
  type        = string
  default     = "veo-3.1-fast-generate-001" // or veo-3.1-generate-001
  description = "veo-3.1-generate-001 for launches"
  validation {
    condition = contains(["veo-3.1-fast-generate-001", "veo-3.1-generate-001"], var.veo_model)
  }
}
locals {
  hero_model = "veo-3.1-generate-001"
  models     = ["veo-3.1-generate-001", "veo-3.0-generate-001"]
}
resource "google_cloud_run_v2_service" "render" {
  name = "veo3-render"
  template {
    containers {
      env {
        name  = "VEO_MODEL"
        value = var.veo_model
      }
      env {
        name  = "DRAFT_MODEL"
        value = "veo-3.0-fast-generate-001"
      }
    }
  }
}
output "veo_model" { value = "veo-3.1-generate-001" }
