import axios from 'axios';
import FormData from 'form-data';

const API = process.env.REELS_API || 'https://api.laozhang.ai';
const ALLOWED = new Set(['veo-3.1-fl', 'veo-3.1-fast-fl']);

// The buffer of a form, with a model that a visitor may choose.
export async function animate(req, still) {
  const model = typeof req.body.model === 'string' && ALLOWED.has(req.body.model) ? req.body.model : 'veo-3.1-fl';
  const form = new FormData();
  form.append('model', model);
  form.append('prompt', req.body.prompt);
  form.append('input_reference', still, { filename: 'still.png', contentType: 'image/png' });
  const answer = await fetch(`${API}/v1/videos`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.REELS_KEY}`, ...form.getHeaders() },
    body: new Uint8Array(form.getBuffer()),
  });
  return answer.json();
}

// The form itself, its keys set.
export async function film(prompt) {
  const fields = new FormData();
  fields.set('model', 'veo-3.1-landscape-fast');
  fields.set('prompt', prompt);
  fields.set('seconds', '8');
  fields.set('size', '1280x720');
  return axios.post('https://api.laozhang.ai/v1/videos', fields, { headers: fields.getHeaders() });
}

// A file's name is no model, and neither is what a list or a header is given.
export async function keep(clip) {
  const upload = new FormData();
  upload.append('file', clip, 'veo-3.1-fast.mp4');
  upload.append('title', 'A kite');
  await fetch('https://files.example.com/v1/uploads', { method: 'POST', body: upload });
  const asked = new URLSearchParams();
  asked.append('model', 'veo-3.1-fast');
  return fetch(`https://stats.example.com/v1/clips?${asked}`);
}
