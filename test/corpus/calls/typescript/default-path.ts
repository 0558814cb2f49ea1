const BASE = 'https://api.wavespeed.ai/api/v3';

export async function extend(video: string, prompt: string, options: { path?: string } = {}) {
  const path = options.path || 'google/veo3.1-fast/video-extend';
  return fetch(`${BASE}/${path}`, { method: 'POST', body: JSON.stringify({ video, prompt }) });
}

export async function shape(settings: { modelId: string; prompt: string }) {
  // Gemini Omni answers here.
  return post('/interactions', {
    model: settings.modelId,
    input: settings.prompt,
    response_format: { type: 'video' },
  });
}

export async function draw(settings: { modelId: string; prompt: string }) {
  return post('/interactions', {
    model: settings.modelId,
    input: settings.prompt,
    response_format: { type: 'image' },
  });
}

export async function loud(prompt: string) {
  return fetch('https://generativelanguage.googleapis.com/v1beta/models/VEO-3.1-Generate-Preview:predictLongRunning', {
    method: 'POST',
    body: JSON.stringify({ instances: [{ prompt }] }),
  });
}
