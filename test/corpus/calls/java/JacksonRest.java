package app.clips;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okhttp3.*;

public class JacksonRest {
    private static final String BASE = "https://generativelanguage.googleapis.com/v1beta";
    private static final String MODEL = "veo-3.1-generate-preview";
    private final ObjectMapper mapper = new ObjectMapper();
    private final OkHttpClient http = new OkHttpClient();

    public String start(String prompt, String ratio) throws Exception {
        ObjectNode body = mapper.createObjectNode();
        body.putArray("instances").addObject().put("prompt", prompt);
        body.putObject("parameters").put("aspectRatio", ratio).put("durationSeconds", 4);
        Request request = new Request.Builder()
                .url(BASE + "/models/" + MODEL + ":predictLongRunning")
                .post(RequestBody.create(body.toString(), MediaType.get("application/json")))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
