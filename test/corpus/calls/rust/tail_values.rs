use reqwest::Client;
use serde_json::{json, Value};

const HOST: &str = "https://us-central1-aiplatform.googleapis.com/v1";

fn address(project: &str, model: &str) -> String {
    format!("{HOST}/projects/{project}/locations/us-central1/publishers/google/models/{model}:predictLongRunning")
}

fn body(prompt: &str) -> Value {
    json!({
        "instances": [{ "prompt": prompt }],
        "parameters": { "aspectRatio": "9:16", "durationSeconds": 6, "sampleCount": 2, "generateAudio": false }
    })
}

pub async fn start(client: &Client, token: &str, prompt: &str) -> anyhow::Result<Value> {
    let url = address("clips", "veo-3.1-fast-generate-001");
    let answer = client.post(&url).bearer_auth(token).json(&body(prompt)).send().await?;
    Ok(answer.json().await?)
}

pub async fn state(client: &Client, token: &str, name: &str) -> anyhow::Result<Value> {
    let answer = client.get(format!("{HOST}/{name}")).bearer_auth(token).send().await?;
    Ok(answer.json().await?)
}
