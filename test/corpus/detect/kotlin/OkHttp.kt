val request = JSONObject().apply {
    put("model", "google/veo-3.1-fast")
    put("prompt", prompt) // veo-2.0-generate-001 had none
    put("out", "veo3.mp4")
}
val url = "https://api.replicate.com/v1/models/google/veo-3.1-fast/predictions"
val tag = "Veo3Client"
