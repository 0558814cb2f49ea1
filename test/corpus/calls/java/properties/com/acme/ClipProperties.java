package com.acme;

import lombok.Data;
import org.springframework.boot.context.properties.ConfigurationProperties;

@Data
@ConfigurationProperties("clips")
public class ClipProperties {
    private String model = "veo-3.1-generate-001";
}
