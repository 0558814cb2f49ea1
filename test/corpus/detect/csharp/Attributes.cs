namespace Studio.Video;

public class Settings
{
    [DefaultValue("veo-3.0-generate-001")]
    [JsonPropertyName("veo3_model")]
    public string Model { get; set; } = "veo-3.0-generate-001";

    public Job Draft() => new(Model: "veo3.1_fast", Seconds: 4);
    public string Raw => """
        { "model": "veo-3.1-fast-generate-001" }
        """; // veo-2.0-generate-001
}
