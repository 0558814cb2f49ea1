use reqwest::Client;
use serde_json::json;

fn address(key: Option<&str>) -> Option<String> {
    Some("https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning".to_string())
}

pub async fn clip(client: &Client, prompt: &str) -> Result<(), Error> {
    let Some(url) = address(None) else { return Err(Error::Address) };
    client
        .post(&url)
        .json(&json!({"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": 8, "sampleCount": 2}}))
        .send()
        .await?;
    Ok(())
}
