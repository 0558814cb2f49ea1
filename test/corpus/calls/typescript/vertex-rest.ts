import { GoogleAuth } from 'google-auth-library';

const LOCATION = 'us-central1';
const PROJECT_ID = process.env.PROJECT_ID;
const MODEL_ID = 'veo-3.0-generate-preview';

const auth = new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' });
const host = `https://${LOCATION}-aiplatform.googleapis.com`;
const endpoint = `${host}/v1/projects/${PROJECT_ID}/locations/${LOCATION}/publishers/google/models/${MODEL_ID}`;

export async function POST(req: Request) {
  const { prompt, imageBase64 } = await req.json();
  const token = await (await auth.getClient()).getAccessToken();

  const started = await fetch(`${endpoint}:predictLongRunning`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      instances: [{ prompt, image: imageBase64 ? { bytesBase64Encoded: imageBase64, mimeType: 'image/jpeg' } : undefined }],
      parameters: { aspectRatio: '9:16', sampleCount: 2, durationSeconds: '8', generateAudio: true, storageUri: 'gs://acme-out/' },
    }),
  });
  if (started.status === 429) return new Response('busy', { status: 503 });
  const { name } = await started.json();

  let done = false;
  while (!done) {
    await new Promise((r) => setTimeout(r, 15000));
    const poll = await fetch(`${endpoint}:fetchPredictOperation`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token.token}` },
      body: JSON.stringify({ operationName: name }),
    });
    done = (await poll.json()).done;
  }
  return Response.json({ name });
}
