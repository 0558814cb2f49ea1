package com.example.studio.veo3; // package name

import com.example.veo3.fast.Client;

/**
 * Settings for video jobs. The default is {@code veo-3.1-fast-generate-001}.
 */
public final class VeoSettings {
    public static final String VEO_3_0_GENERATE_001 = "veo-3.0-generate-001";
    private static final String DRAFT = "veo-3.0-fast-generate-preview"; // gone on Vertex, use veo-3.0-fast-generate-001

    private final Client veo3Client = new Client("veo3_fast");

    public String endpoint(String location) {
        return "https://" + location + "-aiplatform.googleapis.com/v1/projects/demo/locations/" + location
            + "/publishers/google/models/veo-3.0-generate-001:predictLongRunning";
    }

    public String text() {
        return """
            Rendered with veo-3.1-fast-generate-001.
            // not a comment: veo-2.0-generate-001
            """;
    }
}
