from unittest.mock import MagicMock, patch

import pytest

from app.video import render


@pytest.fixture
def client():
    c = MagicMock()
    c.models.generate_videos.return_value = MagicMock(name="models/veo-3.1-generate-preview/operations/abc", done=True)
    return c


def test_model(client):
    render(client, "x")
    client.models.generate_videos.assert_called_once_with(model="veo-3.1-generate-preview", prompt="x", config={"duration_seconds": 8})


@pytest.mark.parametrize("model", ["veo-3.1-generate-preview", "veo-2.0-generate-001"])
def test_known(model):
    with patch("app.video.MODEL", model):
        assert render.model() == model
