from relay import submit_url


def test_adds_the_version():
    url = submit_url("https://generativelanguage.googleapis.com", "veo-3.1-generate-preview")
    assert url == "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning"


def test_keeps_the_version(mock_client):
    base = "https://generativelanguage.googleapis.com/v1beta"
    assert submit_url(base, "veo-3.0-generate-001") == f"{base}/models/veo-3.0-generate-001:predictLongRunning"
    mock_client.post.assert_called_once_with(
        f"{base}/models/veo-3.0-generate-001:predictLongRunning",
        json={"instances": [{"prompt": "a heron"}]},
    )
