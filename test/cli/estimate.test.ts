// `veo-audit estimate`: the JSON of the contract, the text, and one sentence on wrong usage.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { UsageError } from '../../src/cli/context.ts';
import { estimateCommand } from '../../src/cli/estimate.ts';
import { catalogData } from '../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());

async function run(...args: readonly string[]): Promise<string> {
  let output = '';
  const status = await estimateCommand(args, {
    catalog: () => Promise.resolve(CATALOG),
    today: '2026-11-21',
    stdout: (text) => {
      output += text;
    },
  });
  assert.equal(status, 0);
  return output;
}

async function json(...args: readonly string[]): Promise<unknown> {
  return JSON.parse(await run(...args, '--format', 'json'));
}

const GEMINI = ['--model', 'veo-3.1-generate-preview', '--surface', 'gemini-api', '--as-of', '2026-10-01'];
const VERTEX = ['--model', 'veo-3.1-generate-001', '--surface', 'vertex-ai', '--seconds', '8'];

describe('veo-audit estimate', () => {
  it('prints the JSON of the contract', async () => {
    assert.deepEqual(await json(...GEMINI, '--seconds', '8', '--resolution', '720p', '--samples', '1'), {
      model: 'veo-3.1-generate-preview',
      surface: 'gemini-api',
      asOf: '2026-10-01',
      usdPerSecond: { min: 0.4, max: 0.4 },
      usdPerRequest: { min: 3.2, max: 3.2 },
      assumptions: [],
      source:
        'PR2603: Gemini pricing page copy with 4k and Fast $0.15/$0.35, https://ai.google.dev/gemini-api/docs/pricing; PR2510: Gemini pricing page copy with $0.40 / $0.15 only, https://ai.google.dev/gemini-api/docs/pricing',
      checkedOn: '2026-11-21',
      reason: null,
    });
  });

  it('knows with and without audio, and the range when neither is said', async () => {
    const perRequest = async (...more: string[]) =>
      field(await json(...VERTEX, '--resolution', '720p', ...more), 'usdPerRequest');
    assert.deepEqual(await perRequest('--audio'), { min: 3.2, max: 3.2 });
    assert.deepEqual(await perRequest('--no-audio'), { min: 1.6, max: 1.6 });
    assert.deepEqual(await perRequest(), { min: 1.6, max: 3.2 });
  });

  it('adds the month when it is asked for', async () => {
    const answer = await json(...VERTEX, '--no-audio', '--requests-per-month', '1000');
    assert.deepEqual(field(answer, 'usdPerMonth'), { min: 1600, max: 1600 });
    assert.equal(field(answer, 'requestsPerMonth'), 1000);
  });

  it('speaks of one request a month as one', async () => {
    const text = await run(...VERTEX, '--no-audio', '--requests-per-month', '1');
    assert.match(text, /^ {2}per month {4}\$1\.60 \(1 request\)$/m);
  });

  it('answers with the reason where there is no price', async () => {
    const answer = await json('--model', 'veo-3.1-generate-preview', '--surface', 'gemini-api');
    assert.equal(field(answer, 'usdPerSecond'), null);
    assert.equal(field(answer, 'usdPerRequest'), null);
    assert.match(String(field(answer, 'reason')), /was shut down on the Gemini API on 2026-10-22/);
  });

  it('says so in the text, too', async () => {
    assert.equal(
      await run('--model', 'veo-3.1-lite-generate-preview', '--surface', 'gemini-api'),
      `veo-3.1-lite-generate-preview on Gemini API, 2026-11-21
  No price: veo-3.1-lite-generate-preview was shut down on the Gemini API on 2026-10-22; the last price was $0.05–$0.08 per second (Third-party engineering note and 3 more).
`,
    );
  });

  it('gives a price per request where the gateway has no other', async () => {
    const answer = await json('--model', 'veo3_fast');
    assert.equal(field(answer, 'surface'), 'kie');
    assert.equal(field(answer, 'usdPerSecond'), null);
    assert.deepEqual(field(answer, 'usdPerRequest'), { min: 0.4, max: 0.4 });
  });

  it('reads the surface from a prefix or from the one gateway that writes so', async () => {
    assert.equal(field(await json('--model', 'vertex_ai/veo-3.1-generate-001'), 'surface'), 'vertex-ai');
    assert.equal(field(await json('--model', 'fal-ai/veo3.1'), 'surface'), 'fal');
  });

  for (const [what, args, first] of [
    [
      'too many videos',
      ['--seconds', '8', '--samples', '9'],
      /^ {2}Vertex AI refuses this request: veo-3\.1-generate-001 makes 1, 2, 3 or 4 videos per request, not 9 \(.+\)\.$/,
    ],
    [
      'a length',
      ['--seconds', '5'],
      /^ {2}Vertex AI refuses this request: .* 4, 6 or 8 seconds, not 5 \(.+\)\.$/,
    ],
  ] as const) {
    it(`says first, and once, that ${what} is refused`, async () => {
      const request = [...VERTEX.slice(0, 4), '--audio', '--resolution', '720p', ...args];
      const text = await run(...request);
      const [, second = '', third = ''] = text.split('\n');
      assert.match(second, first);
      assert.match(third, /^ {2}No video comes of it\./);
      assert.equal(text.match(/refuse/g)?.length, 1, text);
      const refused = field(await json(...request), 'refused');
      assert.deepEqual(refused, [second.trim().replace(/\.$/, '')]);
    });
  }

  it('says of no request that is taken that it is refused', async () => {
    for (const request of [VERTEX, GEMINI, ['--model', 'gemini-omni-1.1-flash', '--seconds', '5']])
      assert.ok(!(await run(...request)).includes('refuse'));
  });

  it('prints prices, assumptions and sources as text', async () => {
    assert.equal(
      await run(...VERTEX, '--resolution', '1080p', '--audio', '--requests-per-month', '10'),
      `veo-3.1-generate-001 on Vertex AI, 2026-11-21
  per second   $0.40
  per request  $3.20
  per month    $32.00 (10 requests)

Assumptions
  - number of videos assumed 1 on Vertex AI (Vertex Veo API reference)
  - every request is counted: whether a failed one is charged is not documented
  - a submit that is retried after a timeout may start a second job and cost up to $3.20 more

Source (checked on 2026-11-21)
  ${CATALOG.source('VPR0823')?.title}, ${CATALOG.source('VPR0823')?.date}
  ${CATALOG.source('D1008')?.title}, ${CATALOG.source('D1008')?.date}
`,
    );
  });

  for (const [what, args, sentence] of [
    ['no model', [], /^estimate needs a model/],
    [
      'an unknown model',
      ['--model', 'veo-3.1-generate-002'],
      /no model "veo-3.1-generate-002"; did you mean veo-3.1-generate-001/,
    ],
    [
      'a bad surface',
      [...VERTEX.slice(0, 2), '--surface', 'vertex'],
      /--surface knows no "vertex"; did you mean vertex-ai\?/,
    ],
    [
      'a spelling of several gateways',
      ['--model', 'google/veo-3.1-fast'],
      /several gateways: add --surface with one of .*openrouter/,
    ],
    ['bad seconds', [...VERTEX, '--seconds', 'eight'], /--seconds needs a number above 0, not "eight"/],
    ['half a video', [...VERTEX, '--samples', '1.5'], /--samples needs a whole number/],
    [
      'a bad resolution',
      [...VERTEX, '--resolution', '8k'],
      /--resolution needs one of 360p, 720p, 1080p, 4k/,
    ],
    ['both audios', [...VERTEX, '--audio', '--no-audio'], /contradict each other/],
    ['a bad day', [...VERTEX, '--as-of', '2026-02-30'], /--as-of needs a day/],
    ['a bad format', [...VERTEX, '--format', 'xml'], /--format needs one of text, json/],
    ['a stray word', ['veo-3.1-generate-001'], /Give the model as --model ID/],
  ] as const) {
    it(`refuses ${what} in one sentence`, async () => {
      await assert.rejects(
        run(...args),
        (error) => error instanceof UsageError && sentence.test(error.message),
      );
    });
  }
});

function field(value: unknown, key: string): unknown {
  assert.ok(typeof value === 'object' && value !== null && key in value, `no field ${key}`);
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
