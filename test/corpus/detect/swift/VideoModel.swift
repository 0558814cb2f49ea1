import Foundation

enum VideoModel: String, CaseIterable {
    case standard = "veo-3.1-generate-preview"
    case fast = "veo-3.1-fast-generate-preview"
    case veo2 = "veo-2.0-generate-001" // veo-2.0-generate-exp was the trial

    var title: String {
        switch self {
        case .standard: return "Veo 3.1"
        case .fast: return "Veo 3.1 Fast"
        case .veo2: return "Veo 2"
        }
    }
}

let asset = Bundle.main.url(forResource: "veo3_intro", withExtension: "mp4")
let endpoint = "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning"
let many = #"veo-3.0-generate-001"#
