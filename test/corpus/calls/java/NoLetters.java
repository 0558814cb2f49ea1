package reels;

import com.google.genai.Client;
import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosOperation;

class NoLetters {
  String draw(String model, String prompt) {
    try (Client client = new Client.Builder().apiKey(System.getenv("KEY")).build()) {
      return client.models.generateContent(model, prompt, null).text();
    }
  }

  GenerateVideosOperation film(String model, String prompt, String ratio) {
    try (Client client = new Client.Builder().project("p").location("us-central1").vertexAI(true).build()) {
      return client.models.generateVideos(
          model, prompt, null, GenerateVideosConfig.builder().aspectRatio(ratio).generateAudio(true).build());
    }
  }
}
