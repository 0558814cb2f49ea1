package com.example.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.beans.factory.annotation.Value;

public class GeminiRest {
  private static final String BASE = "https://generativelanguage.googleapis.com/v1beta/models/";

  @Value("${veo.model:veo-3.0-fast-generate-001}")
  private String model;

  private final HttpClient http = HttpClient.newHttpClient();

  public String submit(String key, String prompt) throws IOException, InterruptedException {
    String json =
        """
        {
          "instances": [{"prompt": "%s"}],
          "parameters": {"aspectRatio": "16:9", "durationSeconds": 8, "resolution": "720p"}
        }
        """.formatted(prompt.replace("\"", "\\\""));
    HttpRequest request = HttpRequest.newBuilder()
        .uri(URI.create(BASE + "veo-3.0-generate-001:predictLongRunning"))
        .header("x-goog-api-key", key)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  public String submitConfigured(String key, String body) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + model + ":predictLongRunning"))
        .header("x-goog-api-key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
