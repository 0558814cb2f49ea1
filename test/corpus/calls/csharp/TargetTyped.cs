using Google.GenAI;
using Google.GenAI.Types;

namespace Studio.Clips;

public sealed class Generator(Client client, Defaults defaults)
{
    public async Task<GenerateVideosOperation> Start(Options? options, string prompt)
    {
        var merged = options.Merge(defaults.Video);
        merged.ModelId = Guard.NotEmpty(merged.ModelId).ToLower();
        GenerateVideosSource source = new() { Prompt = prompt };
        GenerateVideosConfig config = new() { NumberOfVideos = 1, DurationSeconds = merged.Seconds, AspectRatio = " 16:9 ".Trim() };
        return await client.Models.GenerateVideosAsync(model: merged.ModelId, source, config);
    }

    public Task<GenerateVideosOperation> Fast(string prompt) =>
        client.Models.GenerateVideosAsync("VEO-3.1-FAST-GENERATE-PREVIEW".ToLowerInvariant(), new GenerateVideosSource { Prompt = prompt }, new GenerateVideosConfig { Resolution = "720p" });
}
