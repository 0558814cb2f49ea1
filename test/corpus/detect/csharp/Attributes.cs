namespace Studio.Video;

public class Settings
{
    [DefaultValue("veo-3.0-generate-001")]
    [JsonPropertyName("veo3_model")]
    public string Model { get; set; } = "veo-3.0-generate-001";

    public ShortPlan Sample() => new() { Model = "veo3.1_fast", Ratio = "720:1280" };
    public string Raw => """
        { "model": "veo-3.1-fast-generate-001" }
        """; // veo-2.0-generate-001
}
