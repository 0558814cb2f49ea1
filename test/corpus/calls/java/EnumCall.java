package com.example.media;

import com.google.genai.Client;
import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosOperation;

class EnumCall {
  enum Veo {
    FAST("veo-3.1-fast-generate-preview"),
    FULL("veo-3.1-generate-preview");

    private final String id;
    Veo(String id) { this.id = id; }
    String id() { return id; }
  }

  static final int SECONDS = 8;
  static final String RATIO = "16:9";

  GenerateVideosOperation go(String apiKey, String prompt) {
    try (Client client = Client.builder().apiKey(apiKey).build()) {
      return client.models.generateVideos(
          Veo.FULL.id(),
          prompt,
          null,
          GenerateVideosConfig.builder().durationSeconds(SECONDS).aspectRatio(RATIO).resolution("4k").build());
    }
  }

  GenerateVideosOperation pick(String apiKey, String prompt, boolean rush) {
    Client client = Client.builder().apiKey(apiKey).build();
    String model = rush ? "veo-3.1-fast-generate-preview" : "veo-3.1-generate-preview";
    return client.models.generateVideos(model, prompt, null, GenerateVideosConfig.builder().numberOfVideos(1).build());
  }
}
