import axios from 'axios';

const BASE_URL = 'https://generativelanguage.googleapis.com/v1beta';
const model = 'veo-3.1-lite-generate-preview';

const http = axios.create({ baseURL: BASE_URL, headers: { 'x-goog-api-key': process.env.GEMINI_API_KEY } });

export async function submit(prompt) {
  const { data } = await http.post(`/models/${model}:predictLongRunning`, {
    instances: [{ prompt }],
    parameters: { durationSeconds: 4, resolution: '1080p', aspectRatio: '9:16' },
  });
  return data.name;
}

export async function submitOld(prompt) {
  const url = BASE_URL + '/models/' + 'veo-2.0-generate-001' + ':predictLongRunning?key=' + process.env.GEMINI_API_KEY;
  const payload = { instances: [{ prompt: prompt }], parameters: {} };
  payload.parameters.sampleCount = 2;
  payload.parameters.durationSeconds = 5;
  const r = await axios({ method: 'post', url, data: payload });
  return r.data.name;
}
