// Answers that are too long, and texts that would make a search last for ever.
import assert from 'node:assert/strict';
import { classify, readApiError } from '../../src/smoke/classify.ts';
import { fetchTransport } from '../../src/smoke/http.ts';
import { redactor } from '../../src/smoke/redact.ts';

const answerOf = (text: string) => ({ status: 400, headers: {}, body: new TextEncoder().encode(text) });

describe('hostile answers', () => {
  for (const [what, text] of [
    ['tags that never close', '<'.repeat(400_000)],
    ['blanks behind "bearer"', `bearer${' '.repeat(400_000)}`],
    ['addresses', 'http://'.repeat(60_000)],
    ['a long message', JSON.stringify({ error: { message: 'x'.repeat(50_000), code: 'y'.repeat(5_000) } })],
  ] as const) {
    it(`are cut before anybody looks: ${what}`, () => {
      const error = readApiError(answerOf(text), 0);
      assert.ok(error.message.length <= 2_048);
      assert.ok((error.code ?? '').length <= 100);
      assert.equal(typeof classify(error, 'submit'), 'string');
      assert.ok(redactor(['secret-key'])(error.message).length <= 4_096);
    });
  }

  it('are not read beyond the limit of their request', async () => {
    const transport = fetchTransport(async () => new Response('x'.repeat(2_000)));
    const request = {
      method: 'GET',
      url: 'https://a.test',
      headers: {},
      body: null,
      timeoutMs: 1_000,
    } as const;
    await assert.rejects(transport({ ...request, maxBytes: 1_000 }), /larger than 1000 bytes/);
    assert.equal((await transport({ ...request, maxBytes: 2_000 })).body.length, 2_000);
  });
});
