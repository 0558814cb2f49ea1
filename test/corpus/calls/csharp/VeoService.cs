using Google.GenAI;
using Google.GenAI.Types;

namespace Acme.Media;

public sealed class VeoService(string apiKey)
{
    private const string Model = "veo-3.1-generate-preview";
    private readonly Client _client = new(apiKey: apiKey);

    public async Task<string?> CreateAsync(string prompt, CancellationToken ct)
    {
        var operation = await _client.Models.GenerateVideosAsync(
            model: Model,
            source: new GenerateVideosSource { Prompt = prompt },
            config: new GenerateVideosConfig
            {
                NumberOfVideos = 1,
                DurationSeconds = 8,
                AspectRatio = "16:9",
                Resolution = "1080p",
            });

        while (operation.Done != true)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), ct);
            operation = await _client.Operations.GetAsync(operation, null);
        }
        return operation.Response?.GeneratedVideos?.FirstOrDefault()?.Video?.Uri;
    }

    public Task<GenerateVideosOperation> VertexAsync(string prompt, bool withAudio)
    {
        var vertex = new Client(vertexAI: true, project: "acme-media", location: "us-central1");
        var config = new GenerateVideosConfig { DurationSeconds = 4, GenerateAudio = withAudio };
        config.AspectRatio = "9:16";
        return vertex.Models.GenerateVideosAsync("veo-3.1-fast-generate-001", new GenerateVideosSource { Prompt = prompt }, config);
    }
}
