namespace Clips.Options;

public class ClipOptions
{
    public const string Section = "Clips";

    public string Model { get; set; } = "veo-3.1-generate-preview";
    public int Seconds { get; set; } = 8;
}
