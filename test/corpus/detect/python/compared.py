"""What a spelling is compared with says whether it is one."""
from clips import flow, pages


def test_models():
    assert flow.schema(tool, "variant") == "veo_3_1"
    assert flow.video_models(payload("arms")) == [
        "veo_3_1_quality",
        "abra",
        "veo_3_1_lite",
    ]
    assert media["model"] == "veo_2_1_fast_d_15_with_start_image"
    assertEqual(body["model"], "VEO3_FAST")
    assertEqual(page.title, "VEO3_FAST")
    assertEqual(row.slug, "veo-3-1")
    assert pages.slug(row) == "veo-3-1"
    assert pages.provider(row) == "veo3"


def test_parts(model, name):
    if "google/veo3.1-pro" in model:
        return flow.pick("leonardo/veo3")
    return model.startswith("google/veo3.1")
