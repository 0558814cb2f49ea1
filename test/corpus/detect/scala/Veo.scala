object Veo {
  // veo-3.0-generate-preview is over
  val Default = "veo-3.0-generate-001"
  val Json = s"""{"model": "veo-3.1-fast-generate-001"}"""
  val veo31Fast: Option[String] = Some("fal-ai/veo3.1/fast")
}
