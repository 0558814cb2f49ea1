from google import genai
def with_client(run):
    client = genai.Client(vertexai=True, project="p", location="us-central1")
    return run(client, "veo-3.1-generate-001")
def start(prompt):
    return with_client(lambda c, m: c.models.generate_videos(model=m, prompt=prompt))
