import { WaveClient } from 'wave-video';
import { KieAI } from 'kie-ai';

const wave = new WaveClient();
const kie = new KieAI({ apiKey: process.env.KIE_API_KEY });

await kie.veo.submit({ model: 'veo3', prompt: 'moss', aspectRatio: '16:9' });
await kie.videos.animate({ model: 'veo3_fast', prompt: 'moss', imageUrl: still, duration: 8 });
await wave.run('google/veo3.1-fast/text-to-video', { prompt: 'moss', duration: 6, resolution: '1080p' });
await supabase.functions.invoke('clip', { body: { model_id: 'google/veo-3.1-fast', prompt: 'moss', aspect_ratio: '9:16' } });

// Rows, estimates and remarks are no requests.
await prisma.video.create({ data: { model: 'veo-3.1-generate-preview', prompt: 'moss', duration: 8 } });
await queue.insert({ model: 'veo-3.1-generate-preview', prompt: 'moss', duration: 8, status: 'queued' });
const cost = estimateCost({ model: 'veo-3.1-generate-preview', prompt: 'moss', duration: 8 });
logRequest({ model: 'veo-3.1-generate-preview', prompt: 'moss', duration: 8 });
