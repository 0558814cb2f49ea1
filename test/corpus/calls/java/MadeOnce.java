package com.acme.reels;

import com.google.genai.Client;
import com.google.genai.types.GenerateVideosConfig;

class MadeOnce {
  private final Client client;
  private final String model;

  MadeOnce(Client client, String model) {
    this.client = client;
    this.model = model;
  }

  void film(String prompt) {
    client.models.generateVideos(model, prompt, null, GenerateVideosConfig.builder().durationSeconds(8).build());
  }

  static MadeOnce make() {
    Client vertex = Client.builder().vertexAI(true).project("studio").location("us-central1").build();
    return new MadeOnce(vertex, "veo-3.1-generate-001");
  }
}
