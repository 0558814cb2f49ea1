// Answers that are too long, and texts that would make a search last for ever.
import assert from 'node:assert/strict';
import { networkLimits } from '../../src/network/limits.ts';
import { classify, readApiError } from '../../src/smoke/classify.ts';
import { bodyText, fetchTransport } from '../../src/smoke/http.ts';
import { at, parseJson } from '../../src/smoke/json.ts';
import { redactor } from '../../src/smoke/redact.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, FAMILY_NAMES, planOf } from './harness.ts';

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

describe('answers with more than was asked for', () => {
  it('have one video more than that fetched, and no further one', async () => {
    const { world, journal } = benchOf('gemini-api');
    let downloads = 0;
    const transport: typeof world.transport = async (request, signal) => {
      const answer = await world.transport(request, signal);
      if (request.url.includes(':download')) downloads += 1;
      const json = parseJson(bodyText(answer, 100_000));
      const samples = at(json, 'response', 'generateVideoResponse', 'generatedSamples');
      if (!Array.isArray(samples)) return answer;
      const many = Array.from({ length: 3_000 }, () => samples[0]);
      const body = { ...Object(json), response: { generateVideoResponse: { generatedSamples: many } } };
      return { ...answer, body: new TextEncoder().encode(JSON.stringify(body)) };
    };
    const run = await runSmoke(planOf('gemini-api'), { ...world, transport }, journal);
    assert.deepEqual([run.state, run.outcome?.failure], ['failed', 'not-as-requested']);
    assert.deepEqual([run.videos.length, downloads], [2, 2]);
  });

  it('may be as large as videos only where they carry some', () => {
    assert.deepEqual(
      FAMILY_NAMES.filter((family) => networkLimits('poll', family).maxBytes > 4 * 1024 * 1024),
      ['vertex-ai', 'omni-interactions'],
    );
  });

  it('end a run with a message that is cut', async () => {
    const { world, journal } = benchOf('gemini-api');
    const transport = async () => answerOf(JSON.stringify({ error: { message: 'x'.repeat(60_000) } }));
    const run = await runSmoke(planOf('gemini-api'), { ...world, transport }, journal);
    assert.ok((run.outcome?.message.length ?? 0) <= 4_200, String(run.outcome?.message.length));
  });
});
