using System.Net.Http.Json;
using System.Text;

public class HttpVeo
{
    private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://generativelanguage.googleapis.com/") };
    private readonly string _model = Environment.GetEnvironmentVariable("VEO_MODEL") ?? "veo-3.0-generate-001";

    public async Task<HttpResponseMessage> SubmitAsync(string key, string prompt, int seconds = 8)
    {
        var payload = new
        {
            instances = new[] { new { prompt } },
            parameters = new { aspectRatio = "16:9", durationSeconds = seconds, sampleCount = 1 },
        };
        return await Http.PostAsJsonAsync($"v1beta/models/{_model}:predictLongRunning?key={key}", payload);
    }

    public async Task<string> VertexAsync(string token, string project)
    {
        const string modelId = "veo-3.1-lite-generate-001";
        var url = $"https://us-central1-aiplatform.googleapis.com/v1/projects/{project}/locations/us-central1/publishers/google/models/{modelId}:predictLongRunning";
        var json = """
            { "instances": [ { "prompt": "rain on a tin roof" } ],
              "parameters": { "durationSeconds": 6, "resolution": "1080p", "generateAudio": false } }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", "Bearer " + token);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
