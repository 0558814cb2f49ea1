const GEMINI = 'https://generativelanguage.googleapis.com/v1beta/models/veo-3.0-generate-001:predictLongRunning';
const VERTEX =
  'https://us-central1-aiplatform.googleapis.com/v1/projects/p-1/locations/us-central1/publishers/google/models/veo-3.0-generate-001:predictLongRunning';
const GLOBAL =
  'https://aiplatform.googleapis.com/v1/projects/p-1/locations/global/publishers/google/models/veo-2.0-generate-001:fetchPredictOperation';
const CF = 'https://gateway.ai.cloudflare.com/v1/acct/gw/google-ai-studio/v1beta/models/veo-3.1-generate-preview:predictLongRunning';
const CFV =
  'https://gateway.ai.cloudflare.com/v1/acct/gw/google-vertex-ai/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.0-generate-001:predictLongRunning';
const DOCS = 'https://ai.google.dev/gemini-api/docs/models/veo-3.1-generate-preview';
const GARDEN = 'https://console.cloud.google.com/vertex-ai/publishers/google/model-garden/veo-3.0-generate-preview';
const CARD = 'https://cloud.google.com/vertex-ai/generative-ai/docs/models/veo/3-1-generate-preview';
const operation = (id: string) => `models/veo-3.1-generate-preview/operations/${id}`;
export { CARD, CF, CFV, DOCS, GARDEN, GEMINI, GLOBAL, VERTEX, operation };
