using Google.GenAI;
using Google.GenAI.Types;

namespace Reels;

public class Reel
{
    public async Task Start()
    {
        var client = new Client(apiKey: key);
        await client.Models.GenerateVideosAsync(model: VideoModels.Fast, prompt: "ferns", config: new GenerateVideosConfig { DurationSeconds = 6, AspectRatio = "16:9" });
    }
}
