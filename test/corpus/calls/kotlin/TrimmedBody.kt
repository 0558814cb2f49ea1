package studio.clips

import io.ktor.client.HttpClient
import io.ktor.client.request.post
import io.ktor.client.request.setBody

class VertexClips(
    private val project: String,
    private val location: String = "us-central1",
    private val modelId: String = "veo-3.1-generate-001",
) {
    private val http = HttpClient()
    private val url =
        "https://$location-aiplatform.googleapis.com/v1/projects/$project/locations/$location/publishers/google/models/$modelId:predictLongRunning"

    suspend fun clip(prompt: String, seconds: Int) {
        val body = """
            {
              "instances": [{ "prompt": $prompt }],
              "parameters": { "durationSeconds": $seconds, "aspectRatio": "16:9", "sampleCount": 1 }
            }
        """.trimIndent()
        http.post(url) {
            headers { append("Authorization", "Bearer x") }
            setBody(body)
        }
    }

    suspend fun send(render: RenderJob) {
        http.post(url) {
            setBody(render.toVertex(modelId))
        }
    }
}
