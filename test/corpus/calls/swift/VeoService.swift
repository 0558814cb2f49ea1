import Foundation

struct VeoRequest: Encodable {
    struct Instance: Encodable { let prompt: String }
    struct Parameters: Encodable { let aspectRatio: String; let durationSeconds: Int; let resolution: String? }
    let instances: [Instance]
    let parameters: Parameters
}

final class VeoService {
    private let model = "veo-3.0-generate-001"
    private let base = URL(string: "https://generativelanguage.googleapis.com/v1beta/")!
    var apiKey = ""

    func submit(prompt: String) async throws -> String {
        let url = URL(string: "models/\(model):predictLongRunning", relativeTo: base)!
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue(apiKey, forHTTPHeaderField: "x-goog-api-key")
        request.httpBody = try JSONEncoder().encode(
            VeoRequest(instances: [.init(prompt: prompt)], parameters: .init(aspectRatio: "16:9", durationSeconds: 8, resolution: nil))
        )
        let (data, _) = try await URLSession.shared.data(for: request)
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return json?["name"] as? String ?? ""
    }

    func submitFast(prompt: String, tall: Bool) async throws {
        var request = URLRequest(url: URL(string: "https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-fast-generate-001:predictLongRunning?key=\(apiKey)")!)
        request.httpMethod = "POST"
        let body: [String: Any] = [
            "instances": [["prompt": prompt]],
            "parameters": ["aspectRatio": tall ? "9:16" : "16:9", "durationSeconds": 6, "sampleCount": 1],
        ]
        request.httpBody = try JSONSerialization.data(withJSONObject: body)
        _ = try await URLSession.shared.data(for: request)
    }
}
