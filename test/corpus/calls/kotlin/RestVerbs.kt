package app.clips

import okhttp3.OkHttpClient
import okhttp3.Request
import org.json.JSONArray
import org.json.JSONObject

private const val HOST = "https://generativelanguage.googleapis.com/v1beta"

class RestVerbs(private val http: OkHttpClient, private val key: String) {

    fun short(prompt: String, portrait: Boolean): String {
        val model = "veo-3.1-fast-generate-preview"
        val ratio = if (portrait) "9:16" else "16:9"
        val body = JSONObject().apply {
            put("prompt", prompt)
            put("config", JSONObject().apply {
                put("numberOfVideos", 1)
                put("resolution", "1080p")
                put("aspectRatio", ratio)
            })
        }
        val request = Request.Builder()
            .url("$HOST/models/$model:generateVideos?key=$key")
            .post(body.toString().toRequestBody("application/json".toMediaType()))
            .build()
        return http.newCall(request).execute().body!!.string()
    }

    fun long(prompt: String): String {
        val body = JSONObject()
            .put("instances", JSONArray().put(JSONObject().put("prompt", prompt)))
            .put("parameters", JSONObject().put("durationSeconds", 6).put("resolution", "720p"))
        val request = Request.Builder()
            .url("$HOST/models/veo-3.1-generate-preview:predictLongRunning")
            .addHeader("x-goog-api-key", key)
            .post(body.toString().toRequestBody(JSON))
            .build()
        return http.newCall(request).execute().body!!.string()
    }
}
