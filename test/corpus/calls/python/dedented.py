import json
import subprocess
import textwrap

import requests

BASE = "https://generativelanguage.googleapis.com/v1beta/"


def clip(prompt: str, key: str):
    body = textwrap.dedent(
        """
        {"instances": [{"prompt": "a river"}], "parameters": {"durationSeconds": 8, "aspectRatio": "9:16"}}
        """
    )
    return requests.post(BASE.rstrip("/") + "/models/veo-3.1-generate-preview:predictLongRunning", data=body, headers={"x-goog-api-key": key})


def by_curl(prompt: str, folder):
    payload = {"model": "models/gemini-omni-flash-preview", "input": prompt}
    (folder / "p.json").write_text(json.dumps(payload))
    url = f"{BASE.rstrip('/')}/interactions"
    return subprocess.run(["curl", "-s", "--max-time", "300", url, "--data-binary", f"@{folder / 'p.json'}"], capture_output=True)


def by_words(prompt: str):
    body = {"instances": [{"prompt": prompt}], "parameters": {"durationSeconds": 4, "sampleCount": 1}}
    return subprocess.check_output(
        ["/usr/bin/curl", "-X", "POST", BASE.rstrip("/") + "/models/veo-3.1-generate-preview:predictLongRunning", "-d", json.dumps(body)]
    )


def state(name: str):
    return subprocess.check_output(["curl", "-s", BASE + "models/veo-3.1-generate-preview/operations/" + name])


def pictures():
    return subprocess.run(["ffmpeg", "-i", "veo-3.1-generate-preview.mp4", "out.png"])
