import Foundation

public struct ClipModel {
    public static let standardBase = URL(string: "https://generativelanguage.googleapis.com")!
    public static let standardVersion = "v1beta"

    public let base: URL
    public let version: String
    public let model: String
    private let session: URLSession
    private let key: @Sendable () -> String

    public init(
        base: URL = standardBase,
        version: String = standardVersion,
        key: @escaping @autoclosure @Sendable () -> String,
        model: String = "veo-3.1-fast-generate-preview",
        session: URLSession = .shared
    ) {
        var base = base
        if !base.path.hasSuffix("/") {
            base = base.appendingPathComponent("")
        }
        self.base = base
        self.version = version
        self.key = key
        self.model = model
        self.session = session
    }

    public func clip(of prompt: String) async throws -> Operation {
        let url =
            base
            .appendingPathComponent(version)
            .appendingPathComponent("models/\(model):predictLongRunning")
        let body: [String: Any] = [
            "instances": [["prompt": prompt]],
            "parameters": ["aspectRatio": "9:16", "durationSeconds": 6],
        ]
        return try await session.fetch(
            .post,
            url: url,
            headers: ["x-goog-api-key": key()],
            body: try JSONSerialization.data(withJSONObject: body)
        )
    }

    public func state(of name: String) async throws -> Operation {
        let url = base.appendingPathComponent(version).appendingPathComponent(name)
        return try await session.fetch(.get, url: url, headers: ["x-goog-api-key": key()])
    }

    public func restyle(_ prompt: String) async throws -> Data {
        let url = URL(string: "https://us-central1-aiplatform.googleapis.com/v1")!
            .appending(path: "projects/demo/locations/us-central1/publishers/google/models")
            .appending(path: "veo-3.1-generate-001:predictLongRunning")
            .appending(queryItems: [URLQueryItem(name: "alt", value: "json")])
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(
            Body(instances: [.init(prompt: prompt)], parameters: .init(aspectRatio: "16:9", durationSeconds: 4))
        )
        return try await session.data(for: request).0
    }
}
