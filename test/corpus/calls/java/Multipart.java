package films;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestTemplate;

class Multipart {
    private final RestTemplate rest = new RestTemplate();

    String film(String prompt, HttpHeaders headers) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("model", "veo-3.1-fast-fl");
        form.add("prompt", prompt);
        return rest.postForObject("https://api.laozhang.ai/v1/videos", new HttpEntity<>(form, headers), String.class);
    }
}
