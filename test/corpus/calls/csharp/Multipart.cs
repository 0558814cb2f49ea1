using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

class Multipart
{
    readonly HttpClient client = new HttpClient();

    public async Task<string> Film(string prompt, Stream still)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("veo-3.1-fast-fl"), "model");
        form.Add(new StringContent(prompt), "prompt");
        form.Add(new StreamContent(still), "input_reference", "still.png");
        var answer = await client.PostAsync("https://api.laozhang.ai/v1/videos", form);
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> Keep(Stream clip)
    {
        var upload = new MultipartFormDataContent();
        upload.Add(new StreamContent(clip), "file", "veo-3.1-fast.mp4");
        upload.Add(new StringContent("veo-3.1-fast"), "title");
        return client.PostAsync("https://files.example.com/v1/uploads", upload);
    }
}
