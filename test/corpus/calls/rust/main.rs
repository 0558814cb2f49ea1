use reqwest::Client;
use serde_json::{json, Value};
use std::{env, time::Duration};

const MODEL: &str = "veo-3.0-generate-001";
const BASE: &str = "https://generativelanguage.googleapis.com/v1beta";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let key = env::var("GEMINI_API_KEY")?;
    let client = Client::new();
    let url = format!("{BASE}/models/{MODEL}:predictLongRunning");

    let started: Value = client
        .post(&url)
        .header("x-goog-api-key", &key)
        .json(&json!({
            "instances": [{ "prompt": "a crab waves" }],
            "parameters": { "durationSeconds": 8, "aspectRatio": "16:9", "resolution": "1080p" }
        }))
        .send()
        .await?
        .json()
        .await?;

    let name = started["name"].as_str().unwrap_or_default().to_string();
    loop {
        tokio::time::sleep(Duration::from_secs(10)).await;
        let op: Value = client.get(format!("{BASE}/{name}")).header("x-goog-api-key", &key).send().await?.json().await?;
        if op["done"].as_bool() == Some(true) {
            println!("{op}");
            break;
        }
    }
    Ok(())
}
