// What the two families of the Gemini API have in common: key, address, pace, and the free question for a model.
import { textAt } from '../json.ts';
import type { EndpointFamily } from './types.ts';

type Head = Pick<
  EndpointFamily,
  'credential' | 'pollIntervalMs' | 'publicBaseUrl' | 'look' | 'readLook' | 'jobs'
>;

export const GEMINI_HEAD: Head = {
  credential: 'x-goog-api-key',
  pollIntervalMs: 10_000,
  publicBaseUrl: () => 'https://generativelanguage.googleapis.com',
  look: (route) => ({
    method: 'GET',
    url: `${route.baseUrl}/v1beta/models/${encodeURIComponent(route.model)}`,
    json: null,
  }),
  readLook: (answer) => (textAt(answer, 'name') === null ? 'unclear' : 'present'),
  // Operations are listed by name alone, interactions not at all: ours could not be told from others.
  jobs: null,
};
