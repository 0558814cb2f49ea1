// What each kind of answer says of its rows: values of any shape are read as what they are, or as nothing.
import assert from 'node:assert/strict';
import { UnreadableAnswerError } from '../../src/gateway/answer.ts';
import { normalisePrice } from '../../src/gateway/normalise.ts';
import { GATEWAY_FORMATS } from '../../src/gateway/parse.ts';
import type { GatewayCatalog, GatewayKind, GatewayRow } from '../../src/gateway/types.ts';
import { catalogOf, rowOf } from './snapshots.ts';

const parsed = (kind: GatewayKind, answer: unknown): GatewayCatalog =>
  GATEWAY_FORMATS[kind].parse(typeof answer === 'string' ? answer : JSON.stringify(answer));

/** The only row of an answer. */
function oneRow(kind: GatewayKind, answer: unknown): GatewayRow {
  const { rows } = parsed(kind, answer);
  assert.equal(rows.length, 1);
  return rows[0] ?? rowOf('');
}

/** Stated amounts as lines: `key amount currency unit size`, with the sound where it is said. */
const stated = ({ amounts }: GatewayRow): readonly string[] =>
  amounts.map(({ key, amount, currency, unit, resolution, audio }) =>
    [key, amount, currency, unit, resolution, ...(audio === null ? [] : [audio ? 'sound' : 'silent'])].join(
      ' ',
    ),
  );

const newApi = (fields: object): unknown => ({ success: true, data: [{ model_name: 'veo-x', ...fields }] });
const proxy = (info: object, parameters: object = {}): unknown => ({
  data: [{ model_name: 'veo-x', litellm_params: parameters, model_info: info }],
});
const router = (fields: object): unknown => ({ data: [{ id: 'google/veo-x', pricing: {}, ...fields }] });
const skus = (pricing_skus: object): unknown => router({ pricing_skus });
const portkey = (prices: object): unknown => ({ 'veo-x': { pricing_config: { pay_as_you_go: prices } } });
const units = (additional_units: object): unknown => portkey({ additional_units });

describe('amounts of a row', () => {
  const cases: readonly (readonly [
    kind: GatewayKind,
    what: string,
    answer: unknown,
    says: readonly string[],
  ])[] = [
    [
      'new-api',
      'a fixed price',
      newApi({ quota_type: 1, model_price: 0.4 }),
      ['model_price 0.4 usd fixed any'],
    ],
    [
      'new-api',
      'a fixed price of nothing',
      newApi({ quota_type: 1, model_price: 0 }),
      ['model_price 0 usd unset any'],
    ],
    ['new-api', 'no fixed price', newApi({ quota_type: 1, model_ratio: 2 }), []],
    ['new-api', 'an empty text', newApi({ quota_type: 1, model_price: '' }), []],
    ['new-api', 'blanks', newApi({ quota_type: 1, model_price: ' ' }), []],
    ['new-api', 'a word', newApi({ quota_type: 1, model_price: 'free' }), []],
    ['new-api', 'a yes', newApi({ quota_type: 1, model_price: true }), []],
    ['new-api', 'null', newApi({ quota_type: 1, model_price: null }), []],
    ['new-api', 'a ratio', newApi({ quota_type: 0, model_ratio: 2 }), ['model_ratio 2 none ratio any']],
    [
      'new-api',
      'a ratio of nothing',
      newApi({ quota_type: 0, model_ratio: 0 }),
      ['model_ratio 0 none unset any'],
    ],
    [
      'new-api',
      'the ratio of none',
      newApi({ quota_type: 0, model_ratio: 37.5 }),
      ['model_ratio 37.5 none unset any'],
    ],
    ['new-api', 'no ratio', newApi({ quota_type: 0, model_price: 1 }), []],
    [
      'new-api',
      'an expression',
      newApi({ quota_type: 0, billing_expr: 's*2' }),
      ['billing_expr s*2 0 none expression any'],
    ],
    [
      'litellm',
      'a second',
      proxy({ output_cost_per_second: 0.4 }),
      ['output_cost_per_second 0.4 usd second any'],
    ],
    [
      'litellm',
      'a second of a size',
      proxy({ output_cost_per_second_4k: '0.6' }),
      ['output_cost_per_second_4k 0.6 usd second 4k'],
    ],
    [
      'litellm',
      'a second of nothing',
      proxy({ output_cost_per_second: 0 }),
      ['output_cost_per_second 0 usd unset any'],
    ],
    ['litellm', 'a size of none', proxy({ output_cost_per_second_999p: 1 }), []],
    ['litellm', 'a video', proxy({ output_cost_per_video: 2 }), ['output_cost_per_video 2 usd request any']],
    [
      'litellm',
      'a request',
      proxy({ output_cost_per_request: 2 }),
      ['output_cost_per_request 2 usd request any'],
    ],
    ['litellm', 'a token', proxy({ output_cost_per_token: 2 }), ['output_cost_per_token 2 usd token any']],
    [
      'litellm',
      'a token of video',
      proxy({ output_cost_per_video_token: 2 }),
      ['output_cost_per_video_token 2 usd token any'],
    ],
    [
      'litellm',
      'seconds before tokens',
      proxy({ output_cost_per_token: 2, output_cost_per_second: 0.4 }),
      ['output_cost_per_second 0.4 usd second any'],
    ],
    [
      'litellm',
      'other costs are none',
      proxy({
        input_cost_per_request: 1,
        my_output_cost_per_request: 1,
        output_cost_per_request_cached: 1,
        my_output_cost_per_token: 1,
        output_cost_per_token_batches: 1,
        my_output_cost_per_second: 1,
        output_cost_per_second_extra: 1,
      }),
      [],
    ],
    [
      'litellm',
      "the team's own price",
      proxy({ output_cost_per_second: 0.4 }, { output_cost_per_second: 0.5 }),
      ['output_cost_per_second 0.5 usd second any'],
    ],
    [
      'litellm',
      'a price that the team left empty',
      proxy({ output_cost_per_second: 0.4 }, { output_cost_per_second: null, mode: 'chat' }),
      ['output_cost_per_second 0.4 usd second any'],
    ],
    ['openrouter', 'a second', skus({ duration_seconds: 0.4 }), ['duration_seconds 0.4 usd second any']],
    [
      'openrouter',
      'a second of nothing',
      skus({ duration_seconds: 0 }),
      ['duration_seconds 0 usd unset any'],
    ],
    [
      'openrouter',
      'seconds of a duration in the middle of a name',
      skus({ video_duration_seconds_720p: 0.4 }),
      ['video_duration_seconds_720p 0.4 usd second 720p'],
    ],
    ['openrouter', 'no number', skus({ duration_seconds: 'ask' }), []],
    ['openrouter', 'a size of none', skus({ duration_seconds_999p: 1 }), []],
    [
      'openrouter',
      'a size that is not at the end',
      skus({ per_second_720p_draft: 1 }),
      ['per_second_720p_draft 1 usd second any'],
    ],
    ['openrouter', 'cents', skus({ 'Cents-per-second': 40 }), ['Cents-per-second 40 cent second any']],
    ['openrouter', 'several seconds', skus({ per_ten_seconds: 4 }), ['per_ten_seconds 4 usd second any']],
    ['openrouter', 'a second that nothing is per', skus({ second: 4 }), ['second 4 usd unknown any']],
    [
      'openrouter',
      'a second before what it is per',
      skus({ second_per_video: 4 }),
      ['second_per_video 4 usd request any'],
    ],
    ['openrouter', 'a request', skus({ usd_per_request: 4 }), ['usd_per_request 4 usd request any']],
    ['openrouter', 'a generation', skus({ per_generation: 4 }), ['per_generation 4 usd request any']],
    ['openrouter', 'tokens', skus({ video_tokens: 4 }), ['video_tokens 4 usd token any']],
    ['openrouter', 'nobody knows what', skus({ flat: 4 }), ['flat 4 usd unknown any']],
    [
      'openrouter',
      'a completion',
      router({ pricing: { completion: '0.1' } }),
      ['completion 0.1 usd token any'],
    ],
    [
      'openrouter',
      'a completion of nothing',
      router({ pricing: { completion: 0 } }),
      ['completion 0 usd unset any'],
    ],
    ['openrouter', 'no completion', router({ pricing: { prompt: 1 } }), []],
    ['portkey', 'a second', units({ video_seconds: { price: 40 } }), ['video_seconds 40 cent second any']],
    [
      'portkey',
      'a second of nothing',
      units({ video_seconds: { price: 0 } }),
      ['video_seconds 0 cent unset any'],
    ],
    ...(
      [
        ['360p', '360p'],
        ['1080p', '1080p'],
        ['4k', '4k'],
        ['2160p', '4k'],
        ['640_360', '360p'],
        ['1920_1080', '1080p'],
        ['2160_3840', '4k'],
      ] as const
    ).map(
      ([word, size]) =>
        [
          'portkey',
          `a second of ${word}`,
          units({ [`video_seconds_${word}`]: { price: 1 } }),
          [`video_seconds_${word} 1 cent second ${size}`],
        ] as const,
    ),
    [
      'portkey',
      'other units are none',
      units({
        video_seconds_999p: { price: 1 },
        input_video_seconds: { price: 1 },
        video_seconds_draft: { price: 1 },
        video_seconds: { price: null },
        video_duration_seconds: 3,
      }),
      [],
    ],
    ['portkey', 'a token', portkey({ response_token: { price: 2 } }), ['response_token 2 cent token any']],
    [
      'portkey',
      'a token of nothing',
      portkey({ response_token: { price: 0 } }),
      ['response_token 0 cent unset any'],
    ],
    ['portkey', 'no token', portkey({ response_token: {} }), []],
  ];
  for (const [kind, what, answer, says] of cases) {
    it(`${kind}, ${what}: ${says.join() || 'nothing'}`, () =>
      assert.deepEqual(stated(oneRow(kind, answer)), says));
  }
});

describe('facts of a row', () => {
  const cases: readonly (readonly [
    kind: GatewayKind,
    what: string,
    answer: unknown,
    fact: keyof GatewayRow,
    value: unknown,
  ])[] = [
    [
      'new-api',
      'groups by their older name',
      newApi({ quota_type: 1, enable_group: ['vip'] }),
      'groups',
      ['vip'],
    ],
    [
      'new-api',
      'groups that are texts',
      newApi({ quota_type: 1, enable_groups: ['vip', 3, null] }),
      'groups',
      ['vip'],
    ],
    ['new-api', 'no groups', newApi({ quota_type: 1 }), 'groups', null],
    ['new-api', 'an empty status', newApi({ quota_type: 1, status: '' }), 'status', null],
    [
      'litellm',
      'an endpoint of the mode',
      proxy({ mode: 'video_generation' }),
      'endpoints',
      ['video_generation'],
    ],
    [
      'litellm',
      'endpoints without a mode',
      proxy({ supported_endpoints: ['/v1/videos'] }),
      'endpoints',
      ['/v1/videos'],
    ],
    ['litellm', 'no endpoints', proxy({}), 'endpoints', null],
    ['litellm', 'an end', proxy({ deprecation_date: '2026-11-17' }), 'endsOn', '2026-11-17'],
    ['litellm', 'an end that is no day', proxy({ deprecation_date: 'soon' }), 'endsOn', null],
    ['litellm', 'no end', proxy({}), 'endsOn', null],
    ['litellm', 'what is sent on', proxy({ base_model: 'b', key: 'c' }, { model: 'a' }), 'upstream', 'a'],
    ['litellm', 'the model of the map', proxy({ base_model: 'b', key: 'c' }), 'upstream', 'b'],
    ['litellm', 'the key of the map', proxy({ key: 'c' }), 'upstream', 'c'],
    [
      'openrouter',
      'an end with its hour',
      router({ expiration_date: '2026-11-17T12:00:00Z' }),
      'endsOn',
      '2026-11-17',
    ],
    ['openrouter', 'an end that is no day', router({ expiration_date: 'soon' }), 'endsOn', null],
    ['openrouter', 'no end', router({ expiration_date: null }), 'endsOn', null],
    ['openrouter', 'a status', router({ status: 'beta' }), 'status', 'beta'],
    [
      'openrouter',
      'what comes out, where there are no SKUs',
      router({ architecture: { output_modalities: ['video'] } }),
      'endpoints',
      ['video'],
    ],
  ];
  for (const [kind, what, answer, fact, value] of cases) {
    it(`${kind}, ${what}: ${JSON.stringify(value)}`, () =>
      assert.deepEqual(oneRow(kind, answer)[fact], value));
  }

  it('ratios of groups are numbers, also where they are written as texts', () =>
    assert.deepEqual(
      parsed('new-api', { data: [], group_ratio: { a: '0.8', b: 2, c: 'much', d: null } }).groupRatios,
      { a: 0.8, b: 2 },
    ));

  it('rows without a label are left out, and one row that fits is enough', () => {
    const lists: readonly (readonly [GatewayKind, readonly object[]])[] = [
      ['new-api', [{ quota_type: 1 }, { model_name: 'veo-x', quota_type: 1 }, { model_name: 'gpt' }]],
      ['litellm', [{ model_info: {} }, { model_name: 'veo-x', model_info: {} }, { model_name: 'gpt' }]],
      ['litellm', [{ model_name: 'veo-x', litellm_params: {} }, { model_name: 'gpt' }, { model_name: '' }]],
      ['openrouter', [{ pricing: {} }, { id: 'veo-x', pricing: {} }, { id: 'gpt' }]],
      ['openrouter', [{ id: 'veo-x', pricing_skus: {} }, { id: 'gpt' }, { id: 3 }]],
    ];
    for (const [kind, data] of lists) {
      const { rows, otherLabels, ...rest } = parsed(kind, { data });
      assert.deepEqual([kind, rows.map(({ label }) => label), otherLabels], [rest.kind, ['veo-x'], ['gpt']]);
    }
  });

  it('an empty list is a catalog of nothing', () => {
    for (const kind of ['new-api', 'litellm', 'openrouter'] as const)
      assert.deepEqual(parsed(kind, { data: [] }), catalogOf([], { kind }));
  });

  it("Portkey's defaults are no model, and a tier is the end of a name", () => {
    const prices = { pricing_config: {} };
    const { kind, rows, otherLabels } = parsed('portkey', {
      default: prices,
      'veo-x-gt-128k-preview': prices,
      notes: {},
    });
    assert.deepEqual(
      [kind, rows.map(({ upstream }) => upstream), otherLabels],
      ['portkey', ['veo-x-gt-128k-preview'], []],
    );
  });
});

describe('the group of a key', () => {
  const cases: readonly (readonly [
    what: string,
    groups: readonly string[] | null,
    ratios: Readonly<Record<string, number>>,
    group: string | undefined,
    says: string,
  ])[] = [
    ['no groups at all', null, {}, undefined, '1: k 1'],
    [
      'default, where it is open',
      ['default', 'vip'],
      { default: 2, vip: 3 },
      undefined,
      '2: k 1 × ratio 2 of the group "default"',
    ],
    ['the only one', ['vip'], { default: 2, vip: 3 }, undefined, '3: k 1 × ratio 3 of the group "vip"'],
    [
      'the only one that has a ratio',
      ['vip', 'odd'],
      { vip: 3 },
      undefined,
      '3: k 1 × ratio 3 of the group "vip"',
    ],
    ['several of one ratio', ['a', 'b'], { a: 3, b: 3 }, undefined, '3: k 1 × group ratio 3'],
    ['several of the ratio 1', ['a', 'b'], { a: 1, b: 1 }, undefined, '1: k 1'],
    [
      'several of all',
      null,
      { a: 1, b: 2 },
      undefined,
      'it depends on the group that the key belongs to (a × 1, b × 2)',
    ],
    ['one that the row does not say', null, { a: 2 }, 'a', '2: k 1 × ratio 2 of the group "a"'],
    ['one that everybody has', ['all'], { a: 2 }, 'a', '2: k 1 × ratio 2 of the group "a"'],
    ['none that is open', [], { a: 2 }, 'a', 'the row is not open to the group "a" (to none)'],
    ['another one', ['b'], { a: 2 }, 'a', 'the row is not open to the group "a" (b)'],
  ];
  for (const [what, groups, groupRatios, group, says] of cases) {
    it(`${what}: ${says}`, () => {
      const amounts = [
        { key: 'k', amount: 1, currency: 'usd', unit: 'second', resolution: 'any', audio: null },
      ] as const;
      const [price] = normalisePrice(rowOf('veo-x', { groups, amounts }), catalogOf([], { groupRatios }), {
        group,
      });
      assert.equal(
        price?.kind === 'unclear' ? price.reason : `${price?.usdPerSecond}: ${price?.factor}`,
        says,
      );
    });
  }
});

describe('a price a request', () => {
  const cases: readonly (readonly [seconds: number | null | undefined, says: string | number])[] = [
    [8, 0.25],
    [0, 'k 2 is a price a request, and how many seconds a request makes is not known'],
    [null, 'k 2 is a price a request, and how many seconds a request makes is not known'],
    [undefined, 'k 2 is a price a request, and how many seconds a request makes is not known'],
  ];
  for (const [seconds, says] of cases) {
    it(`of ${seconds} seconds: ${says}`, () => {
      const amounts = [
        { key: 'k', amount: 2, currency: 'usd', unit: 'request', resolution: 'any', audio: null },
      ] as const;
      const [price] = normalisePrice(rowOf('veo-x', { amounts }), catalogOf([]), { seconds });
      assert.equal(price?.kind === 'unclear' ? price.reason : price?.usdPerSecond, says);
      if (price?.kind === 'unclear') assert.equal(price.usdPerRequest, 2);
    });
  }
});

describe('answers that are none of their kind', () => {
  const cut = 'The answer is not valid JSON: it seems to end in the middle.';
  const broken = 'The answer is not valid JSON.';
  const noPrices = 'No row of the answer has prices, as those of OpenRouter have.';
  const noInfo =
    'No row of the answer has a "model_name" with "model_info", as /model/info gives them (/v1/models does not).';
  const cases: readonly (readonly [kind: GatewayKind, answer: string, says: string])[] = [
    ['new-api', '{"data":[', cut],
    ['new-api', '[{"data":1', cut],
    ['new-api', '{"data":}', broken],
    ['new-api', '{"data":}  \n', broken],
    ['new-api', '[,]', broken],
    ['new-api', 'no key {', broken],
    ['new-api', '\uFEFF \n', 'The answer is empty.'],
    ['new-api', '{"success":false}', 'The gateway refused: it does not say why.'],
    ['litellm', '{"data":[{"id":"veo-x"}]}', noInfo],
    ['litellm', '{"data":[{"model_name":"veo-x"}]}', noInfo],
    ['openrouter', '{"data":[{"id":"veo-x"}]}', noPrices],
    ['openrouter', '{"data":[{"pricing":{}}]}', noPrices],
    ['openrouter', '{"error":{"message":"no credits"}}', 'The gateway refused: no credits.'],
  ];
  for (const [kind, answer, says] of cases) {
    it(`${kind}, ${JSON.stringify(answer)}: ${says}`, () =>
      assert.throws(
        () => parsed(kind, answer),
        (error: unknown) => error instanceof UnreadableAnswerError && error.message === says,
      ));
  }
});
