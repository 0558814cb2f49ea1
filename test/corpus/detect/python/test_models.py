import pytest


@pytest.mark.parametrize("model", ["veo-3.0-generate-001", "veo-3.1-generate-001", "veo3_fast"])
def test_veo3_fast_is_known(model):
    assert model


@pytest.mark.parametrize(
    ("name", "surface"),
    [
        ("vertex_ai/veo-3.0-generate-001", "vertex"),
        ("gemini/veo-3.0-generate-001", "gemini"),
        ("fal-ai/veo3.1/lite", "fal"),
    ],
)
def test_surface(name, surface, tmp_path):
    path = tmp_path / "veo-3.0-generate-001_kite_1758049841220.mp4"
    assert path.name.startswith("veo-3.0") and surface
    assert name != "video-gemini-veo-3.1-generate-preview"
    assert "veo-veo-3.1-generate-preview-20260110-180432-0.mp4"
