package com.example.clips

import retrofit2.Retrofit
import retrofit2.http.Body
import retrofit2.http.POST
import retrofit2.http.Path
import retrofit2.http.Query

interface ClipService {
    @POST("v1beta/models/{model}:generateVideos")
    suspend fun generateVideos(@Path("model") model: String, @Query("key") key: String, @Body request: ClipRequest): ClipAnswer
}

object Clients {
    private const val BASE_URL = "https://generativelanguage.googleapis.com/"
    val clips: ClipService by lazy { Retrofit.Builder().baseUrl(BASE_URL).build().create(ClipService::class.java) }
}

class ClipRepository {
    suspend fun make(prompt: String): String {
        val request = ClipRequest(prompt = prompt, config = ClipConfig(numberOfVideos = 1, resolution = "1080p", aspectRatio = "16:9"))
        return Clients.clips.generateVideos("veo-3.1-fast-generate-preview", BuildConfig.GEMINI_API_KEY, request).name
    }
}
