using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

class PartedAddress
{
    readonly HttpClient client = new HttpClient();

    public Task<HttpResponseMessage> Film(string prompt)
    {
        var address = new UriBuilder { Scheme = "https", Host = "yunwu.ai", Path = "/v1/video/create" };
        return client.PostAsJsonAsync(address.Uri, new { model = "veo3-fast", prompt });
    }
}
