from google import genai

shared = genai.Client(vertexai=True, project="studio", location="us-central1")


def get_client():
    return genai.Client(api_key="set elsewhere")
