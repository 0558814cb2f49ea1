from google import genai

client = genai.Client(vertexai=True, project="p", location="global")
client.interactions.create(
    model="gemini-omni-1.1-flash",
    input="a harbour",
    response_format={"type": "video", "duration": "8s", "resolution": "1080p", "delivery": "uri", "gcs_uri": "gs://b/o"},
)
