package com.acme;

import com.google.genai.Client;
import com.google.genai.types.GenerateVideosConfig;

public class ClipService {
    private final ClipProperties properties;
    private final Client client = Client.builder().vertexAI(true).project("p").location("us-central1").build();

    public ClipService(ClipProperties properties) {
        this.properties = properties;
    }

    public void start(String prompt) {
        client.models.generateVideos(
            properties.getModel(), prompt, null, GenerateVideosConfig.builder().durationSeconds(8).build());
    }
}
