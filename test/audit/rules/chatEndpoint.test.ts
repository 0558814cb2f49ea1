// chat-endpoint: Google's IDs and gateways with a video endpoint, but not relays that really chat.
import assert from 'node:assert/strict';
import { chatEndpoint } from '../../../src/audit/rules/chatEndpoint.ts';
import type { Route } from '../../../src/routes/types.ts';
import { findingsOf, routeIn } from './routeContext.ts';

const TEXT = 'client.chat.completions.create({ model, messages })';

function messagesOf(changes: Partial<Route>): readonly string[] {
  const route = routeIn(TEXT, { shape: 'chat-completions', ...changes });
  return findingsOf(chatEndpoint, TEXT, [route]).map(({ message }) => message);
}

describe('chat-endpoint', () => {
  for (const [what, changes, message] of [
    [
      "a Google ID on the Gemini API's chat layer",
      {},
      /Send it to models\/ID:predictLongRunning on the Gemini API/,
    ],
    ['a Google ID on an unknown surface', { surface: 'unknown' }, /Send it to a video endpoint and/],
    [
      "a vendor's spelling on an unknown surface",
      { surface: 'unknown', model: 'google/veo-3.1' },
      /^google\/veo-3\.1 makes videos.* Send it to a video endpoint and/,
    ],
    [
      "OpenRouter's own spelling",
      { surface: 'openrouter', model: 'google/veo-3.1' },
      /Send it to \/api\/v1\/videos on OpenRouter/,
    ],
    ['a Google ID behind new-api', { surface: 'new-api' }, /Send it to \/v1\/videos on new-api/],
  ] as const) {
    it(`reports ${what}`, () => {
      const [found, ...others] = messagesOf(changes);
      assert.match(found ?? 'nothing', message);
      assert.deepEqual(others, []);
    });
  }

  for (const [what, changes] of [
    ['a video call', { shape: 'openai-videos' }],
    ['a relay that answers chat calls with videos', { surface: 'laozhang', model: 'veo-3.1' }],
    ["a relay's spelling on an unknown surface", { surface: 'unknown', model: 'veo-3.1-fl' }],
    ["a relay's spelling behind new-api", { surface: 'new-api', model: 'veo3.1-pro' }],
    ["another vendor's spelling on an unknown surface", { surface: 'unknown', model: 'relay/veo-3.1' }],
    ['Omni, which does chat', { surface: 'unknown', model: 'gemini-omni-1.1-flash' }],
    ['a call without a model', { model: null }],
  ] as const) {
    it(`is silent on ${what}`, () => assert.deepEqual(messagesOf(changes), []));
  }
});
