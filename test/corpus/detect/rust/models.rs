use veo3_client::fast::Veo3Fast;

/// Default ID, `veo-3.1-generate-001` since spring.
pub const DEFAULT: &str = "veo-3.1-generate-001";
pub const RAW: &str = r#"{"model":"veo-3.0-generate-001"}"#;

//! Inner note about veo-2.0-generate-001.
fn label<'a>(id: &'a str) -> &'a str {
    match id {
        "veo-2.0-generate-001" => "Veo 2",
        "veo3_fast" | "veo3_lite" => "Veo 3.1",
        x if x.starts_with("veo-3.") => "Veo 3",
        _ => "other",
    }
}

/* a /* nested veo-3.0-generate-preview */ veo-3.0-fast-generate-preview */
pub static FAL: [&str; 2] = ["fal-ai/veo3", "fal-ai/veo3/image-to-video"];
pub fn veo_3_0_generate_001() -> &'static str { "publishers/google/models/veo-3.0-generate-001" }
