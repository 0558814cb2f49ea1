import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.client.RestClient;

public class InjectedBase {
  private final RestClient rest;

  @Value("${video.model:veo-3.0-fast-generate-001}")
  private String model;

  public InjectedBase(RestClient.Builder builder,
      @Value("${video.api:https://generativelanguage.googleapis.com/v1beta}") String base) {
    this.rest = builder.baseUrl(base).build();
  }

  public String start(String prompt) {
    String path = String.format("/models/%s:predictLongRunning", model);
    return rest.post().uri(path).body(Map.of("instances", List.of(Map.of("prompt", prompt)))).retrieve().body(String.class);
  }
}
