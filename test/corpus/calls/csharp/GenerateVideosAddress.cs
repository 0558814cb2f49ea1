using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

public class VeoClips
{
    private readonly HttpClient _http = new();
    private readonly VideoSettings _settings;

    public VeoClips(VideoSettings settings) => _settings = settings;

    public async Task<string> StartAsync(string prompt, int seconds)
    {
        var url = $"https://generativelanguage.googleapis.com/v1beta/models/{_settings.Model}:generateVideos?key={_settings.Key}";
        var body = new { prompt, aspectRatio = "9:16", durationSeconds = seconds };
        var response = await _http.PostAsJsonAsync(url, body);
        return await response.Content.ReadAsStringAsync();
    }
}
