import Foundation

final class ClipService {
    var model: String

    init(model: String) { self.model = model }

    func start(prompt: String, ratio: String) async throws -> Data {
        let encoded = model.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? model
        guard let url = URL(string: "https://generativelanguage.googleapis.com/v1beta/models/\(encoded):predictLongRunning") else {
            throw ClipError.address
        }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(ClipRequest(
            instances: [ClipInstance(prompt: prompt)],
            parameters: ClipParameters(aspectRatio: ratio, numberOfVideos: 1, resolution: "720p")
        ))
        return try await URLSession.shared.data(for: request).0
    }

    func fast(prompt: String) async throws {
        if let url = URL(string: "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning") {
            var request = URLRequest(url: url)
            request.httpBody = try JSONSerialization.data(withJSONObject: ["instances": [["prompt": prompt]], "parameters": ["durationSeconds": 8]])
            _ = try await URLSession.shared.data(for: request)
        }
    }
}
