import io.ktor.client.request.post
import io.ktor.client.request.setBody

suspend fun kite(prompt: String) = client.post("https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.0-fast-generate-001:predictLongRunning") {
    setBody(buildJsonObject {
        putJsonArray("instances") {
            addJsonObject { put("prompt", prompt) }
        }
        putJsonObject("parameters") {
            put("aspectRatio", "16:9")
            put("durationSeconds", 8)
        }
    })
}
