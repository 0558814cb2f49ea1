from google import genai

client = genai.Client(vertexai=True, project="studio", location="us-central1")
client.models.generate_videos(model="veo-3.1-generate-001", prompt="a door")
