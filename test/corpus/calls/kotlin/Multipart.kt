package films

import okhttp3.MultipartBody
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response

fun film(prompt: String): Response {
    val body = MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart("model", "veo-3.1-fast-fl")
        .addFormDataPart("prompt", prompt)
        .build()
    val request = Request.Builder().url("https://api.laozhang.ai/v1/videos").post(body).build()
    return OkHttpClient().newCall(request).execute()
}
