"""Choices that docstrings spell out for readers."""

from typing import Literal, TypedDict


class ClipBody(TypedDict):
    engine: Literal["standard", "veo3.1"]
    """
    Which model renders the clip.
    * `veo3.1`: slow and good
    * `veo3_fast`: cheap
    """


def submit(prompt, model="veo3_fast"):
    """Start a clip.

    Args:
        model: One of ``"veo3"``, ``"veo3_fast"``, ``"veo3_lite"``.
    """
    caption = """
    made with veo3
    """
    return post(
        """{"model": "veo3"}""",
        model,
        caption,
    )
