CODES = {
    "veo_31_lite": VIDEO_MODEL_LITE,
    "veo_31": VIDEO_MODEL,
}
URL = f"{BASE}/v1beta/models/veo-3.1-fast?key={KEY}"


def video_model_of(model="veo_31_lite"):
    return CODES[model]


veo_31_total = 4
