package studio.clips

class PresetsTest {
    fun checks() {
        val fast = VideoPresets.MODELS.find { it.id == "veo_3_1_fast" }
        val hd = models.firstOrNull { it.key == "veo_3_1_hd" }
        val tab = TABS.find { it.id == "veo_3_1_fast_tab" }
        val folder = folders.filter { it.name == "veo_3_1" }
        println(fast == hd)
    }
}
