package com.example.media;

import com.google.genai.Client;
import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosOperation;
import com.google.genai.types.GenerateVideosSource;
import com.google.genai.types.Image;

public final class VeoClient {
  private static final String VIDEO_MODEL = "veo-3.1-fast-generate-001";
  private final Client client =
      Client.builder().vertexAI(true).project(System.getenv("GOOGLE_CLOUD_PROJECT")).location("us-central1").build();

  public GenerateVideosOperation teaser(String prompt) throws InterruptedException {
    GenerateVideosConfig config =
        GenerateVideosConfig.builder()
            .aspectRatio("9:16")
            .durationSeconds(8)
            .numberOfVideos(1)
            .resolution("1080p")
            .generateAudio(true)
            .build();
    GenerateVideosOperation op = client.models.generateVideos(VIDEO_MODEL, prompt, null, config);
    while (!op.done().filter(Boolean::booleanValue).isPresent()) {
      Thread.sleep(10_000);
      op = client.operations.getVideosOperation(op, null);
    }
    return op;
  }

  public GenerateVideosOperation fromStill(String prompt, String path, String ratio) {
    return client.models.generateVideos(
        "veo-2.0-generate-001",
        GenerateVideosSource.builder().prompt(prompt).image(Image.fromFile(path, "image/png")).build(),
        GenerateVideosConfig.builder().durationSeconds(5).aspectRatio(ratio).enhancePrompt(true).build());
  }

  public GenerateVideosOperation plain(String prompt) {
    var builder = GenerateVideosConfig.builder();
    builder.numberOfVideos(2);
    builder.durationSeconds(Integer.parseInt(System.getProperty("veo.seconds", "6")));
    return client.models.generateVideos("veo-3.0-generate-001", prompt, null, builder.build());
  }
}
