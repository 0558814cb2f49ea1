import Foundation

struct Turn: Codable {
    let model: String
    let input: [Piece]
    let format: Format?
    let previous: String?

    static func first(_ file: String, _ prompt: String) -> Turn {
        Turn(
            model: "gemini-omni-flash-preview",
            input: [.file(file), .words(prompt)],
            format: Format(kind: "video"),
            previous: nil
        )
    }

    static func next(after id: String, _ prompt: String) -> Turn {
        Turn(model: "gemini-omni-1.1-flash", input: [.words(prompt)], format: nil, previous: id)
    }
}

struct Turns {
    let client: GeminiClient

    func begin(_ file: String, _ prompt: String) async throws -> Answer {
        try await client.request(path: "interactions", body: Turn.first(file, prompt))
    }

    func goOn(_ id: String, _ prompt: String) async throws -> Answer {
        try await client.request(path: "interactions", body: Turn.next(after: id, prompt))
    }

    func look(_ id: String) async throws -> Answer {
        try await client.get(path: "interactions/\(id)")
    }
}
