from google import genai

client = genai.Client(vertexai=True)
CHOICES = ["veo-3.1-generat-001", "veo-3.1-generate-001"]
job = client.models.generate_videos(model="veo-3.1-genrate-preview", prompt="a boat")
other = client.models.generate_videos(model="veo3.1-generate-001", prompt="a boat")
note = "a veo-3.1-generator-tool is no model"
