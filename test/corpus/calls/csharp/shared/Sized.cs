using Google.GenAI;
using Google.GenAI.Types;

public class Sized {
  public async Task Kite() {
    var client = new Client(project: "p", location: "us-central1", vertexAI: true);
    await client.Models.GenerateVideosAsync(
      model: "veo-3.1-generate-001",
      config: new GenerateVideosConfig { Resolution = VideoResolution.Resolution1080p, AspectRatio = VideoAspectRatio.Portrait_9x16 });
  }
}
