package com.example.relay;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.json.JSONArray;
import org.json.JSONObject;

class OkHttpRelay {
  private static final MediaType JSON = MediaType.get("application/json");
  private final OkHttpClient http = new OkHttpClient();

  String openRouter(String key, String prompt) throws IOException {
    JSONObject body = new JSONObject()
        .put("model", "google/veo-3.1")
        .put("prompt", prompt)
        .put("duration", 8)
        .put("resolution", "1080p");
    Request request = new Request.Builder()
        .url("https://openrouter.ai/api/v1/videos")
        .header("Authorization", "Bearer " + key)
        .post(RequestBody.create(body.toString(), JSON))
        .build();
    return http.newCall(request).execute().body().string();
  }

  String vertex(String token, String project, String prompt) throws IOException {
    String model = System.getenv().getOrDefault("VEO_MODEL", "veo-3.1-fast-generate-001");
    String url = String.format(
        "https://us-central1-aiplatform.googleapis.com/v1/projects/%s/locations/us-central1/publishers/google/models/%s:predictLongRunning",
        project, model);
    JSONObject parameters = new JSONObject();
    parameters.put("durationSeconds", 6);
    parameters.put("sampleCount", 2);
    parameters.put("generateAudio", false);
    JSONObject body = new JSONObject()
        .put("instances", new JSONArray().put(new JSONObject().put("prompt", prompt)))
        .put("parameters", parameters);
    Request request = new Request.Builder().url(url).header("Authorization", "Bearer " + token).post(RequestBody.create(body.toString(), JSON)).build();
    return http.newCall(request).execute().body().string();
  }
}
