"""The standard library parts host and path: the connection knows the host, the request the path."""
import http.client
import json


class Filmer:
    def __init__(self, key):
        self.key = key
        self.docs = "https://reels.example.com/docs"

    def film(self, prompt, stills):
        conn = http.client.HTTPSConnection("yunwu.ai")
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        payload = json.dumps(
            {
                "model": "veo2-fast-frames" if len(stills) == 2 else "veo3-fast-frames",
                "prompt": prompt,
                "images": stills,
            }
        )
        conn.request("POST", "/v1/video/create", payload, headers)
        return json.loads(conn.getresponse().read())

    def state(self, job):
        conn = http.client.HTTPSConnection("yunwu.ai", timeout=30)
        conn.request("GET", f"/v1/video/query?id={job}")
        return json.loads(conn.getresponse().read())


def elsewhere(prompt):
    """A host that nobody knows."""
    conn = http.client.HTTPSConnection("films.example.com", 443)
    conn.request("POST", "/v1/video/create", json.dumps({"model": "veo3-fast", "prompt": prompt}))
    return conn.getresponse()
