namespace Reels;

public static class VideoModels
{
    public const string Fast = "veo-3.1-fast-generate-preview";
}
