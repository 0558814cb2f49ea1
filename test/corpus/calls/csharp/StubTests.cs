using Xunit;

public class StubTests
{
    [Fact]
    public async Task Sends_the_frame()
    {
        var stub = new ServerStub()
            .Json("/v1beta/models/veo-3.0-fast-generate-001:predictLongRunning", "{\"name\":\"op\"}");
        var clip = await Videos(stub, "veo-3.0-fast-generate-001").AnimateAsync("a heron");
        Assert.Equal("https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-fast-generate-001:predictLongRunning", stub.Last.Url);
    }
}
