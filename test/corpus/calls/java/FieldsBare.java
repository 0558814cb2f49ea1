package clips;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client whose constructor fills what its methods read. */
final class FieldsBare {
    private final String base;
    private final String model;
    private final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> start(String prompt) throws Exception {
        var request = HttpRequest.newBuilder()
            .uri(URI.create(base + "/models/" + model + ":predictLongRunning"))
            .header("x-goog-api-key", System.getenv("GEMINI_API_KEY"))
            .POST(HttpRequest.BodyPublishers.ofString("""
                {"instances": [{"prompt": "%s"}], "parameters": {"aspectRatio": "16:9", "durationSeconds": 8}}
                """.formatted(prompt)))
            .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    FieldsBare() {
        this.base = "https://generativelanguage.googleapis.com/v1beta";
        this.model = "veo-3.0-generate-001";
    }
}
