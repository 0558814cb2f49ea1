using System.Net.Http.Json;
using Clips.Options;
using Microsoft.Extensions.Options;

namespace Clips.Services;

public class ClipService
{
    private readonly HttpClient _http;
    private readonly ClipOptions _options;

    public ClipService(HttpClient http, IOptions<ClipOptions> options)
    {
        _http = http;
        _options = options.Value;
    }

    public Task<HttpResponseMessage> StartAsync(string prompt, string key) =>
        _http.PostAsJsonAsync(
            $"https://generativelanguage.googleapis.com/v1beta/models/{_options.Model}:predictLongRunning?key={key}",
            new { instances = new[] { new { prompt } }, parameters = new { aspectRatio = "16:9" } });
}
