use serde::Serialize;
use serde_json::json;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Parameters {
    duration_seconds: u8,
    sample_count: u8,
    generate_audio: bool,
    aspect_ratio: &'static str,
}

pub async fn submit(http: &reqwest::Client, token: &str, project: &str, prompt: &str) -> reqwest::Result<reqwest::Response> {
    let model = std::env::var("VEO_MODEL").unwrap_or_else(|_| "veo-3.1-fast-generate-001".to_string());
    let endpoint = format!(
        "https://us-central1-aiplatform.googleapis.com/v1/projects/{}/locations/us-central1/publishers/google/models/{}:predictLongRunning",
        project, model
    );
    let parameters = Parameters { duration_seconds: 6, sample_count: 1, generate_audio: false, aspect_ratio: "9:16" };
    http.post(endpoint).bearer_auth(token).json(&json!({ "instances": [{ "prompt": prompt }], "parameters": parameters })).send().await
}

pub async fn openrouter(http: &reqwest::Client, key: &str, seconds: u32) -> reqwest::Result<reqwest::Response> {
    let body = json!({ "model": "google/veo-3.1", "prompt": "a crab", "duration": seconds, "resolution": "720p" });
    http.post("https://openrouter.ai/api/v1/videos").bearer_auth(key).json(&body).send().await
}

pub fn is_veo(model: &str) -> bool {
    matches!(model, "veo-3.1-generate-001" | "veo-3.1-fast-generate-001") || model.starts_with("veo-2.0-generate")
}
