"""Tables whose rows are sent one after the other."""
import requests

FILMS = {"fast": "veo-3.1-fast", "full": "veo-3.1"}
SIZES = [("veo-3.1-landscape", "1280x720"), ("sora-2", "720x1280")]


def film(model, prompt):
    return requests.post("https://api.laozhang.ai/v1/videos", json={"model": model, "prompt": prompt})


for name, model in FILMS.items():
    print(name, film(model, "Waves"))

for model, size in SIZES:
    requests.post("https://api.laozhang.ai/v1/videos", json={"model": model, "prompt": "A kite", "size": size})

# The size is no model, and a name is none.
for model, size in SIZES:
    requests.post("https://stats.example.com/v1/sizes", json={"model": size})
for name, model in FILMS.items():
    requests.post("https://stats.example.com/v1/names", json={"model": name})
