use reels::{Client, VideoRequest};

async fn built(client: &Client) -> Result<()> {
    let request = VideoRequest::builder()
        .model("veo-3.1-generate-preview")
        .prompt("a lighthouse")
        .duration_seconds(8)
        .aspect_ratio("16:9")
        .build();
    client.generate_video(request).await?;
    Ok(())
}

async fn chained(client: &Client) -> Result<()> {
    let job = client.generate_videos("veo-3.0-generate-001")
        .with_prompt("a lighthouse")
        .with_duration(4)
        .with_resolution("720p")
        .execute()
        .await?;
    Ok(())
}
