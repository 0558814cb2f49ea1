package studio.video

enum class Engine(val id: String, val title: String) {
    VEO_2("veo-2.0-generate-001", "Veo 2"),
    VEO_3_FAST("veo-3.0-fast-generate-001", "Veo 3 Fast"),
    KIE("veo3_fast", "Veo 3.1 via reseller"),
    FAL("fal-ai/veo3.1/lite", "Veo 3.1 Lite");
}

// TODO drop veo-2.0-generate-001
fun pick(request: Map<String, String>): String = request["engine"] ?: "veo3.1_fast"

val raw = """{"model":"veo-3.1-generate-preview","file":"veo-3.1-generate-preview.mp4"}"""
val template = "models/${"veo-3.0-generate-001"}:predictLongRunning"
/* outer /* nested veo-3.0-generate-preview */ still a comment veo-3.0-generate-001 */
val live = "veo-3.1-lite-generate-preview"
