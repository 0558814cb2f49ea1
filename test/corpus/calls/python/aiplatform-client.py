from google.cloud.aiplatform_v1beta1 import GenerativeServiceClient, types

client = GenerativeServiceClient()
request = types.GenerateContentRequest(
    model="projects/google/models/veo-3.0-generate-preview",
    prompt="a kite over the sea",
    generation_config=types.GenerationConfig(duration_seconds=8, aspect_ratio="16:9", generate_audio=True),
)
operation = client.generate_content(request=request)
