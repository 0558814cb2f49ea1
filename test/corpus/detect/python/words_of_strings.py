"""Films of a porch."""
import requests

CLIPS = [1, 2]


def film(prompt):
    return requests.post("https://films.example.com/v1/videos", json={"model": "veo-3.1-lite", "prompt": prompt})


print(f"Porch, first camera | veo-3.1-lite | {len(CLIPS)} clips")
print("Porch · veo-3.1-lite · done")
print("kept in out/veo-3.1-lite | two clips")
print(f"branch: films-veo-3.1-lite | {len(CLIPS)}")
