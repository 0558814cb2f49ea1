FAL_ENDPOINTS = {
    "fal-ai/veo2": 0.50,
    "fal-ai/veo2/image-to-video": 0.50,
    "fal-ai/veo3": 0.40,
    "fal-ai/veo3/fast": 0.15,
    "fal-ai/veo3/image-to-video": 0.40,
    "fal-ai/veo3/fast/image-to-video": 0.15,
    "fal-ai/veo3.1": 0.40,
    "fal-ai/veo3.1/fast": 0.15,
    "fal-ai/veo3.1/lite": 0.05,
    "fal-ai/veo3.1/image-to-video": 0.40,
    "fal-ai/veo3.1/fast/image-to-video": 0.15,
    "fal-ai/veo3.1/lite/image-to-video": 0.05,
    "fal-ai/veo3.1/reference-to-video": 0.40,
    "fal-ai/veo3.1/first-last-frame-to-video": 0.40,
    "fal-ai/veo3.1/fast/first-last-frame-to-video": 0.15,
    "fal-ai/veo3.1/lite/first-last-frame-to-video": 0.05,
    "fal-ai/veo3.1/extend-video": 0.40,
    "fal-ai/veo3.1/fast/extend-video": 0.15,
}

tier = "fast"
endpoint = f"fal-ai/veo3/{tier}"  # built at run time
url = "https://fal.ai/models/fal-ai/veo3.1/fast"  # the page for people
name = "fal-ai-veo3.whl"
