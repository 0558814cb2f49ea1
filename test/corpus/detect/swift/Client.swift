enum KieModel: String { case veo3Fast = "veo3_fast", veo3Lite = "veo3_lite" }
/// Uses `veo-3.0-generate-001`.
func submit(model: String = "veo-3.0-fast-generate-001") async throws {
    var request = URLRequest(url: URL(string: "https://queue.fal.run/fal-ai/veo3.1/lite")!)
    request.httpBody = #"{"model":"veo-3.1-fast-generate-preview","out":"veo3.mp4"}"#.data(using: .utf8)
    print("veo3 submit", "\(model) instead of veo-2.0-generate-001")
}
