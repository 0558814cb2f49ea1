#[derive(Serialize, Deserialize)] // veo-2.0-generate-001 dropped
pub enum Model {
    #[serde(rename = "veo-3.1-fast-generate-preview")]
    Fast,
    #[serde(rename = "veo3_fast")]
    KieFast,
}

impl Default for Settings {
    fn default() -> Self {
        Self { model: "veo-3.0-generate-001".to_string(), endpoint: String::from("fal-ai/veo3.1/fast"), out: "veo3.mp4".into() }
    }
}
