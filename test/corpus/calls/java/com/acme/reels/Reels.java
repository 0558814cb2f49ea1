package com.acme.reels;

import static com.acme.reels.VideoConstants.MODEL;

import com.acme.reels.VideoConstants;
import com.google.genai.Client;
import com.google.genai.types.GenerateVideosConfig;

class Reels {
  void kite() {
    Client client = Client.builder().vertexAI(true).build();
    client.models.generateVideos(
        MODEL, "a kite", null, GenerateVideosConfig.builder().durationSeconds(VideoConstants.SECONDS).resolution("1080p").build());
  }

  void harbour() {
    Client client = Client.builder().apiKey("k").build();
    client.interactions.create(
        CreateInteraction.builder().model("gemini-omni-1.1-flash").input("a harbour")
            .responseFormat(VideoFormat.builder().aspectRatio("16:9").duration("6s").build()).build());
  }
}
