"""Multipart bodies: the fields stand among the files, or beside them."""
import requests
from aiohttp import FormData

HOST = "https://api.laozhang.ai/v1"


def film(prompt, still):
    return requests.post(
        f"{HOST}/videos",
        headers={"Authorization": "Bearer …"},
        files={
            "model": (None, "veo-3.1-fast-fl"),
            "prompt": (None, prompt),
            "seconds": (None, "8"),
            "input_reference": ("still.png", still, "image/png"),
        },
    )


def film_again(prompt, still):
    return requests.post(
        f"{HOST}/videos",
        data={"model": "veo-3.1-fl", "prompt": prompt},
        files={"input_reference": ("still.png", still, "image/png")},
    )


def keep(clip):
    """A file that is named after a model is no request to it."""
    return requests.post(
        "https://files.example.com/v1/videos",
        files={"file": ("veo-3.1-fast.mp4", clip, "video/mp4"), "title": (None, "A kite")},
    )


async def film_by_session(session, prompt, still):
    form = FormData()
    form.add_field("model", "veo-3.1-landscape-fl")
    form.add_field("prompt", prompt)
    form.add_field("input_reference", still, filename="still.png")
    async with session.post(f"{HOST}/videos", data=form) as answer:
        return await answer.json()
