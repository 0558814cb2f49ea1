var prices = new Dictionary<string, decimal>
{
    ["veo-3.1-generate-preview"] = 0.40m,
    ["veo-3.1-fast-generate-preview"] = 0.10m, // also veo-3.1-lite-generate-preview
    ["veo3.1-fast"] = 0.05m,
    ["vertex_ai/veo-3.0-generate-001"] = 0.40m,
};
var unknown = "veo-3.2-generate-001";
var operation = $"projects/{project}/locations/us-central1/publishers/google/models/veo-3.0-generate-001/operations/{id}";
