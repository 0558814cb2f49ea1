// Which surface a reference proves by itself; nothing else is claimed.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';

const catalog = bundledCatalog();
const surfaceOf = (literal: string): string | undefined =>
  detectReferences({ path: 'a.ts', text: `const model = "${literal}";` }, catalog)[0]?.surface;

describe('surface of a reference', () => {
  const cases: readonly (readonly [literal: string, surface: string])[] = [
    ['models/veo-3.0-generate-001', 'gemini-api'],
    ['publishers/google/models/veo-3.0-generate-001', 'vertex-ai'],
    ['vertex_ai/veo-3.0-generate-001', 'vertex-ai'],
    ['gemini/veo-3.0-generate-001', 'gemini-api'],
    ['https://us-central1-aiplatform.googleapis.com/v1/x/veo-3.0-generate-001:predict', 'vertex-ai'],
    ['/v1beta/models/veo-2.0-generate-001:predictLongRunning', 'gemini-api'],
    ['https://proxy.example.com/v1beta/models/veo-2.0-generate-001:predictLongRunning', 'unknown'],
    ['https://proxy.example.com/gemini/v1beta/models/veo-2.0-generate-001:predictLongRunning', 'unknown'],
    [
      'https://gateway.ai.cloudflare.com/v1/a/g/google-ai-studio/v1beta/models/veo-2.0-generate-001',
      'gemini-api',
    ],
    ['veo-3.0-generate-001', 'unknown'],
    ['veo-3.1-generate-001', 'vertex-ai'],
    ['veo-3.1-lite-generate-preview', 'gemini-api'],
    ['google/veo-3.1-generate-001', 'unknown'],
    ['fal-ai/veo3.1/fast', 'fal'],
    ['openrouter/google/veo-3.1', 'openrouter'],
    ['google/veo-3.1', 'unknown'],
    ['veo3_fast', 'unknown'],
  ];
  for (const [literal, surface] of cases) {
    it(`${literal}: ${surface}`, () => assert.equal(surfaceOf(literal), surface));
  }
});
