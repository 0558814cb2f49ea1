package com.example.clips

import com.google.genai.Client
import com.google.genai.types.GenerateVideosConfig
import com.google.genai.types.GenerateVideosOperation
import io.ktor.client.HttpClient
import io.ktor.client.request.header
import io.ktor.client.request.post
import io.ktor.client.request.setBody

class VeoRepository(private val apiKey: String, private val http: HttpClient) {
    private val client = Client.builder().apiKey(apiKey).build()

    fun create(prompt: String): GenerateVideosOperation {
        val config = GenerateVideosConfig.builder()
            .durationSeconds(8)
            .aspectRatio("9:16")
            .build()
        return client.models.generateVideos(MODEL, prompt, null, config)
    }

    suspend fun rest(prompt: String, seconds: Int = 4) =
        http.post("https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-lite-generate-preview:predictLongRunning") {
            header("x-goog-api-key", apiKey)
            setBody("""{"instances":[{"prompt":"$prompt"}],"parameters":{"durationSeconds":$seconds,"resolution":"720p"}}""")
        }

    companion object {
        const val MODEL = "veo-3.1-fast-generate-preview"
        val KNOWN = listOf("veo-3.1-generate-preview", MODEL)
    }
}
