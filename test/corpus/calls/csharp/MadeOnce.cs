using Google.GenAI;

public class MadeOnce
{
    private readonly Client _client;
    private readonly string _model;

    public MadeOnce(Client client, string model)
    {
        _client = client;
        _model = model;
    }

    public Task Film(string prompt) =>
        _client.Models.GenerateVideosAsync(model: _model, prompt: prompt, config: new GenerateVideosConfig { DurationSeconds = 8 });

    public static MadeOnce Make() => new MadeOnce(new Client(vertexAI: true, project: "studio", location: "us-central1"), "veo-3.1-generate-001");
}
