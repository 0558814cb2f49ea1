package com.example.studio;

@Component
public class SpringConfig {
    @Value("${studio.veo.model:veo-3.0-generate-001}")
    private String model;

    @Value("${KIE_MODEL:veo3_fast}") // veo-2.0-generate-001 for old jobs
    private String gateway;

    @RequestMapping("/api/veo3/jobs")
    public Job submit(@RequestParam(defaultValue = "veo-3.1-fast-generate-001") String model) {
        return client.post("/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.0-generate-001:predictLongRunning");
    }
}
