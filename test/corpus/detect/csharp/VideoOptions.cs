using System;
using Studio.Veo3.Fast;

namespace Studio.Video;

/// <summary>Names such as <c>veo-3.1-generate-001</c>.</summary>
public sealed class VideoOptions
{
    public string Model { get; init; } = "veo-3.1-generate-001";
    public string Draft { get; init; } = @"veo-3.1-fast-generate-001";
    public string Folder { get; init; } = @"C:\renders\veo3_fast\"; // folder
    public string Url => $"https://generativelanguage.googleapis.com/v1beta/models/veo-2.0-generate-001:predictLongRunning?key={Key}";
    public string Key { get; init; } = ""; // from VEO3_API_KEY
    public bool IsVeo => Model.StartsWith("veo-3.", StringComparison.Ordinal);
    public string[] Known { get; } = { "veo-3.0-generate-001", "google/veo-3-fast", "fal-ai/veo2/image-to-video" };
}
