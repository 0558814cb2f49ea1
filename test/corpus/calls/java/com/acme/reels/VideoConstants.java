package com.acme.reels;

public final class VideoConstants {
  public static final String MODEL = "veo-3.1-generate-001";
  public static final int SECONDS = 8;
}
