import { GoogleGenAI } from '@google/genai';

const key = import.meta.env.VITE_GEMINI_KEY;
const FALLBACKS = ['veo-3.1-fast-generate-preview', 'veo-3.0-fast-generate-001'];
let ai;
const client = () => (ai ??= new GoogleGenAI({ apiKey: key }));

async function sleep(ms) { return new Promise((r) => setTimeout(r, ms)); }

export async function run(prompt, onStatus = () => {}) {
  for (const candidate of FALLBACKS) {
    try {
      onStatus(`trying ${candidate}`);
      let op = await client().models.generateVideos({ model: candidate, prompt, config: { aspectRatio: '16:9', durationSeconds: 8 } });
      while (!op.done) { await sleep(9000); op = await client().operations.getVideosOperation({ operation: op }); }
      return op.response.generatedVideos[0].video.uri;
    } catch (e) {
      if (!/404|NOT_FOUND/.test(String(e))) throw e;
    }
  }
  throw new Error('no model answered');
}

const { model = 'veo-2.0-generate-001', seconds } = Object.fromEntries(new URLSearchParams(location.search));
document.querySelector('#old').onclick = () =>
  new GoogleGenAI({ vertexai: true, apiKey: key }).models.generateVideos({ model, prompt: 'x', config: { durationSeconds: +seconds || 5 } });
