# Calls veo-3.0-generate-001 through Vertex and the rest through resellers.
ENDPOINTS = {
  fast: 'fal-ai/veo3/fast',
  "veo3_fast" => 'https://api.kie.ai/api/v1/veo/generate',
  veo31: "https://queue.fal.run/fal-ai/veo3.1"
}.freeze
URL = "https://api.replicate.com/v1/models/google/veo-3/predictions"
PAGE = 'https://fal.ai/models/fal-ai/veo3.1/lite/image-to-video/requests/1'
