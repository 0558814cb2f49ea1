class VideoRepository(private val api: Veo3Api) {
    companion object {
        const val MODEL = "veo-3.1-fast-generate-preview"
        private const val TAG = "Veo3Repository"
        val LEGACY = listOf("veo-2.0-generate-001", "veo-3.0-generate-001")
    }

    suspend fun create(prompt: String, model: String = MODEL): Result<String> = runCatching {
        require(model !in LEGACY) { "$model is retired; use veo-3.1-fast-generate-preview" }
        // POST models/veo-3.1-fast-generate-preview:predictLongRunning
        api.start("v1beta/models/$model:predictLongRunning", Body(prompt))
    }

    fun file(id: Int) = "veo3_$id.mp4"
}
