// Rows of tables and stand-ins of servers hold what a request holds; none of them makes one.
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createVideo } from '@/lib/db/videos';
import { createJob } from './jobs';
import { videoRepository } from './repositories';

export const kept = createVideo({ model: 'veo-3.1-generate-001', prompt: 'a kite', duration: 8, aspectRatio: '16:9' });
export const queued = createJob({ model: 'veo-3.1-generate-001', prompt: 'a kite', seconds: 8 });
export const row = videoRepository.createVideo({ model: 'veo-3.1-generate-001', prompt: 'a kite', seconds: 8 });

export const server = setupServer(
  http.post('https://api.kie.ai/api/v1/veo/generate', () =>
    HttpResponse.json({ model: 'veo3', prompt: 'a kite', duration: 8 }),
  ),
);
