package com.example.media;

import java.util.EnumSet;
import java.util.Map;

/** Names and prices. {@code client.models.generateVideos("veo-3.1-generate-001", …)} lives in VeoClient. */
public enum Models {
  STANDARD("veo-3.1-generate-001", 0.40),
  FAST("veo-3.1-fast-generate-001", 0.10),
  LITE("veo-3.1-lite-generate-001", 0.05);

  public final String id;
  public final double usdPerSecond;

  Models(String id, double usdPerSecond) {
    this.id = id;
    this.usdPerSecond = usdPerSecond;
  }

  static final Map<String, String> RENAMED = Map.of("veo-3.0-generate-preview", "veo-3.0-generate-001");

  static boolean known(String model) {
    return model.startsWith("veo-") && EnumSet.allOf(Models.class).stream().anyMatch(m -> m.id.equals(model));
  }
}
