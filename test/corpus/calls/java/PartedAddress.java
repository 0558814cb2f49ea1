package films;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class PartedAddress {
    HttpResponse<String> film(String prompt) throws Exception {
        URI address = new URI("https", "yunwu.ai", "/v1/video/create", null);
        HttpRequest request = HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"veo3-fast\",\"prompt\":\"" + prompt + "\"}"))
            .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
