package studio.reels

import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import org.json.JSONArray
import org.json.JSONObject

private const val BASE = "https://generativelanguage.googleapis.com/v1beta"
private val JSON = "application/json".toMediaType()

class CopiedMaps(private val http: OkHttpClient, private val key: String) {
    fun tall(text: String): String {
        val parameters = mapOf("aspectRatio" to "9:16", "durationSeconds" to 6, "resolution" to "720p")
        val body = JSONObject()
            .put("instances", JSONArray().put(JSONObject(mapOf("prompt" to text))))
            .put("parameters", JSONObject(parameters))
        val request = Request.Builder()
            .url("$BASE/models/veo-3.1-fast-generate-preview:predictLongRunning")
            .header("x-goog-api-key", key)
            .post(body.toString().toRequestBody(JSON))
            .build()
        return http.newCall(request).execute().use { it.body!!.string() }
    }

    fun given(text: String, options: Map<String, Any>): String {
        val body = JSONObject()
            .put("instances", JSONArray().put(JSONObject(mapOf("prompt" to text))))
            .put("parameters", JSONObject(options))
        val request = Request.Builder()
            .url("$BASE/models/veo-3.1-generate-preview:predictLongRunning")
            .post(body.toString().toRequestBody(JSON))
            .build()
        return http.newCall(request).execute().use { it.body!!.string() }
    }

    fun grown(text: String, wide: Boolean): String {
        val parameters = mutableMapOf<String, Any>("durationSeconds" to 8)
        if (wide) parameters["aspectRatio"] = "16:9"
        val body = JSONObject(mapOf("instances" to listOf(mapOf("prompt" to text)), "parameters" to parameters))
        val request = Request.Builder()
            .url("$BASE/models/veo-3.1-lite-generate-preview:predictLongRunning")
            .post(body.toString().toRequestBody(JSON))
            .build()
        return http.newCall(request).execute().use { it.body!!.string() }
    }
}
