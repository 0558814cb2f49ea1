"""A tag beside a body: the body's own model is what is sent, the tag is for the log."""
from studio.media import pick_model, submit_edit

MODELS = ["veo3.1"]
DEFAULT = "veo3.1"
TAG = "Veo31"


def body_of(prompt, model, seconds):
    return {"model": pick_model(model, MODELS, DEFAULT), "prompt": prompt, "duration": seconds}


def film(key, prompt, model, seconds):
    body = body_of(prompt, model, seconds)
    return submit_edit(key, body, TAG)


def film_other(key, prompt, chosen):
    """Whose model is not in sight is nobody's request here, whatever its tag says."""
    body = {"model": chosen, "prompt": prompt, "duration": 8}
    return submit_edit(key, body, TAG)


def still(key, prompt):
    return submit_edit(key, {"model": pick_model(None, ["imagen-4", "seedream-4"], "imagen-4"), "prompt": prompt}, TAG)


def film_by_haste(key, prompt, hasty):
    body = {"model": pick_model(hasty, "veo3.1-fast", "veo3.1"), "prompt": prompt, "duration": 8}
    return submit_edit(key, body, TAG)
