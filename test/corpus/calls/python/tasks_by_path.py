"""A gateway's tasks by their paths, for a function that is handed in."""
BASE_URL = "https://api.freepik.com/v1/ai"
TEXT_PATH = "text-to-video/veo-3-1"
IMAGE_PATH = "image-to-video/veo-3-1"


async def start(params, send_request):
    """POST /v1/ai/text-to-video/veo-3-1"""
    endpoint = IMAGE_PATH if params.image else TEXT_PATH
    payload = {"prompt": params.prompt, "aspect_ratio": "16:9", "duration": 8}
    return await send_request(endpoint, payload)


async def state(job, send_request):
    return await send_request(f"{TEXT_PATH}/{job}", None)


async def rank(store):
    """A page of the site is none of its tasks."""
    return await store.update("text-to-video/veo-3-1", {"clicks": 1})
