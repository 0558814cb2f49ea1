struct Picker {
    let models: [VideoModel]
    let folders: [Folder]

    var fast: VideoModel? { models.first(where: { $0.key == "veo_3_1_fast" }) }
    var all: [VideoModel] { models.filter { $0.key != "veo_3_1_lite" } }
    var cache: Folder? { folders.first(where: { $0.key == "veo_3_1_fast_cache" }) }
}
