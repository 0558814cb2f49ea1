resource "aws_lambda_function" "clip" {
  environment {
    variables = { VEO_MODEL = "veo-3.1-generate-001", "VEO_FALLBACK_MODEL" = "veo-3.1-fast-generate-001" }
  }
  /* model = "veo-3.0-generate-001" */
}
module "video" {
  source = "./veo3"
  model  = coalesce(var.model, "veo-3.1-lite-generate-001")
}
