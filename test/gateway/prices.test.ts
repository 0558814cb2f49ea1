// What catalogs say becomes dollars a second with its factor, or a reason why it cannot.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { GATEWAY_KINDS } from '../../src/contracts/gatewayKinds.ts';
import { UnreadableAnswerError } from '../../src/gateway/answer.ts';
import { comparedWithGoogle } from '../../src/gateway/googlePrice.ts';
import { type NormaliseOptions, normalisePrice } from '../../src/gateway/normalise.ts';
import { GATEWAY_FORMATS } from '../../src/gateway/parse.ts';
import { type FindOptions, findRow } from '../../src/gateway/rows.ts';
import type { GatewayCatalog, GatewayKind } from '../../src/gateway/types.ts';
import { LITELLM_MAP, LITELLM_PROXY, NEW_API, OPENROUTER, PORTKEY } from './answers.ts';

const catalog = bundledCatalog();
const parsed = (kind: GatewayKind, text: string): GatewayCatalog => GATEWAY_FORMATS[kind].parse(text);

/** The prices of a label as lines: `$/s [size] [sound]: factor`, or `unclear: reason`. */
function pricesOf(answer: GatewayCatalog, label: string, options?: NormaliseOptions): readonly string[] {
  const search = findRow(answer, [label]);
  assert.equal(search.kind, 'found', `there is no row ${label}`);
  if (search.kind !== 'found') return [];
  return normalisePrice(search.row, answer, options).map((price) =>
    price.kind === 'unclear'
      ? `unclear: ${price.reason}`
      : [
          price.usdPerSecond,
          price.resolution,
          price.audio === null ? '' : price.audio ? 'sound' : 'silent',
          `: ${price.factor}`,
        ].join(' '),
  );
}

describe('prices of new-api', () => {
  const answer = parsed('new-api', NEW_API);

  it('reads rows, groups, endpoints, status and version', () => {
    assert.equal(answer.version, 'a42d372ccf0b5dd13ecf71203521f9d2');
    assert.deepEqual(answer.otherLabels, ['gpt-4o']);
    const { amounts: _, ...facts } = answer.rows[0] ?? { amounts: [] };
    assert.deepEqual(facts, {
      label: 'veo-3.1-generate-preview',
      upstream: null,
      endpoints: ['gemini', 'openai'],
      groups: ['default'],
      status: 'unknown_failure',
      endsOn: null,
    });
  });

  it('a fixed price is unclear until the team says what it is per', () => {
    const [unclear] = pricesOf(answer, 'veo-3.1-generate-preview');
    assert.match(
      unclear ?? '',
      /^unclear: model_price 0\.4 with quota_type 1 .*\$0\.40 per second, or \$0\.05 per second for a video of 8 s/,
    );
    assert.deepEqual(pricesOf(answer, 'veo-3.1-generate-preview', { priceIsPer: 'second' }), [
      '0.4 any  : model_price 0.4, per second as the team declares',
    ]);
    assert.deepEqual(pricesOf(answer, 'veo-3.1-generate-preview', { priceIsPer: 'request', seconds: 8 }), [
      '0.05 any  : model_price 0.4 a request ÷ 8 s',
    ]);
    assert.match(
      pricesOf(answer, 'veo-3.1-generate-preview', { priceIsPer: 'request' })[0] ?? '',
      /^unclear: .*how many seconds a request makes is not known$/,
    );
  });

  it('37.5 is no price, another ratio is one for tokens, an expression is neither', () => {
    assert.deepEqual(pricesOf(answer, 'veo3.1-fast'), [
      'unclear: model_ratio 37.5 is what the software shows for a model without a configured price',
    ]);
    assert.match(
      pricesOf(answer, 'veo-3.1-lite-generate-preview')[0] ?? '',
      /quota_type 0 is a price for tokens \(\$2\.50 a million/,
    );
    assert.match(
      pricesOf(answer, 'veo-3.0-generate-001')[0] ?? '',
      /expression of the gateway \(billing_expr seconds\*0\.4\)/,
    );
  });

  it('multiplies by the ratio of the group, and asks for it where groups differ', () => {
    assert.match(
      pricesOf(answer, 'veo-3.1-generate-001', { priceIsPer: 'second' })[0] ?? '',
      /^unclear: it depends on the group .*\(vip × 0\.8, trial × 1\.5\)$/,
    );
    assert.deepEqual(pricesOf(answer, 'veo-3.1-generate-001', { priceIsPer: 'second', group: 'vip' }), [
      '0.32 any  : model_price 0.4 × ratio 0.8 of the group "vip", per second as the team declares',
    ]);
    assert.match(
      pricesOf(answer, 'veo-3.1-generate-001', { priceIsPer: 'second', group: 'default' })[0] ?? '',
      /not open to the group "default" \(vip, trial\)/,
    );
  });
});

describe('prices of other gateways', () => {
  it('LiteLLM proxies: own prices count before the map, zero token prices are none', () => {
    const answer = parsed('litellm', LITELLM_PROXY);
    assert.deepEqual(pricesOf(answer, 'film'), ['0.4 any  : output_cost_per_second 0.4']);
    assert.deepEqual(pricesOf(answer, 'draft'), [
      '0.06 any  : output_cost_per_second 0.06',
      '0.08 1080p  : output_cost_per_second_1080p 0.08',
    ]);
    assert.deepEqual(pricesOf(answer, 'chatty'), ['unclear: the row states no price']);
    assert.deepEqual(answer.otherLabels, ['words']);
  });

  it("LiteLLM's cost map: sizes that Veo does not make are left out, the end is read", () => {
    const answer = parsed('litellm', LITELLM_MAP);
    assert.deepEqual(pricesOf(answer, 'vertex_ai/veo-3.1-fast-generate-001'), [
      '0.15 any  : output_cost_per_second 0.15',
    ]);
    assert.equal(answer.rows[0]?.endsOn, '2026-11-17');
  });

  it('OpenRouter: SKUs hold unit, size and sound; cents are cents', () => {
    const answer = parsed('openrouter', OPENROUTER);
    assert.deepEqual(pricesOf(answer, 'google/veo-3.1-lite'), [
      '0.08 any sound : duration_seconds_with_audio 0.08',
      '0.05 any silent : duration_seconds_without_audio 0.05',
      '0.05 720p sound : duration_seconds_with_audio_720p 0.05',
    ]);
    const [cents, tokens] = pricesOf(answer, 'google/veo-3.1');
    assert.equal(cents, '0.6 4k  : cents_per_video_output_second_4k 60 cents ÷ 100');
    assert.match(tokens ?? '', /^unclear: video_tokens 0\.000007 is a price for tokens/);
    assert.deepEqual(pricesOf(answer, 'google/veo-3'), [
      'unclear: completion 0 stands for a price that is not set',
    ]);
  });

  it('Portkey: cents a second, sizes by their short side, tier suffixes belong to the file', () => {
    const answer = parsed('portkey', PORTKEY);
    assert.deepEqual(pricesOf(answer, 'veo-3.1-generate-001'), ['0.4 any  : video_seconds 40 cents ÷ 100']);
    assert.deepEqual(pricesOf(answer, 'veo-3.1-fast-generate-001'), [
      '0.1 720p  : video_duration_seconds_720_1280 10 cents ÷ 100',
      '0.12 1080p  : video_duration_seconds_1920_1080 12 cents ÷ 100',
    ]);
    assert.match(
      pricesOf(answer, 'veo-3.0-generate-001')[0] ?? '',
      /^unclear: response_token 0\.001 is a price for tokens/,
    );
  });
});

describe('shapes that gateways have', () => {
  it('new-api: newer fields are about billing, and say nothing of availability', () => {
    const text = `{"success":true,"data":[{"model_name":"veo-x","quota_type":1,"model_price":0.4,"enable_groups":["all"],
      "wallet_available":false,"subscription_available":true,"status":1}],"group_ratio":{"default":2,"vip":1}}`;
    const answer = parsed('new-api', text);
    assert.equal(answer.rows[0]?.status, null);
    assert.deepEqual(pricesOf(answer, 'veo-x', { priceIsPer: 'second', group: 'vip' }), [
      '0.4 any  : model_price 0.4, per second as the team declares',
    ]);
  });

  it('LiteLLM: nulls and the sample entry are nothing, twins are one row, other sizes are none of Veo', () => {
    const deployment = {
      model_name: 'film',
      litellm_params: { model: 'vertex_ai/veo-3.1-generate-001' },
      model_info: {
        mode: 'video_generation',
        output_cost_per_second: null,
        output_cost_per_video_per_second: 0.4,
        output_cost_per_second_768p: 1,
        output_cost_per_second_2k: 1,
      },
    };
    const twins = [1, 2].map((id) => ({
      ...deployment,
      model_info: { ...deployment.model_info, id: String(id) },
    }));
    const proxy = parsed('litellm', JSON.stringify({ data: twins }));
    assert.equal(proxy.rows.length, 1);
    assert.deepEqual(pricesOf(proxy, 'film'), ['0.4 any  : output_cost_per_video_per_second 0.4']);
    assert.deepEqual(parsed('litellm', LITELLM_MAP).otherLabels, []);
  });

  it('OpenRouter: dashes as its documentation has them, no SKUs, and what is for something else', () => {
    const skus = {
      'per-video-second': '0.50',
      'per-video-second-1080p': '0.75',
      cents_per_second_output_4k: '60',
      text_to_video_duration_seconds_720p: '0.3',
      video_to_video_duration_seconds: '9',
      reference_images: '0.04',
      cents_per_second_video_continuation: '41',
      minimum_cents: '5',
      cents_per_megapixel_second: '2',
    };
    const answer = parsed(
      'openrouter',
      JSON.stringify({
        data: [
          { id: 'google/veo-a', pricing_skus: skus },
          { id: 'google/veo-b', pricing_skus: null },
        ],
      }),
    );
    assert.deepEqual(pricesOf(answer, 'google/veo-a'), [
      '0.5 any  : per-video-second 0.5',
      '0.75 1080p  : per-video-second-1080p 0.75',
      '0.6 4k  : cents_per_second_output_4k 60 cents ÷ 100',
      '0.3 720p  : text_to_video_duration_seconds_720p 0.3',
      'unclear: what cents_per_megapixel_second 2 is for is not known',
    ]);
    assert.deepEqual(pricesOf(answer, 'google/veo-b'), ['unclear: the row states no price']);
    assert.deepEqual(answer.rows[1]?.endpoints, ['videos']);
  });

  it('Portkey: tiers of one price are one row, and defaults beside a price are none', () => {
    const units = (price: number) => ({
      pricing_config: {
        pay_as_you_go: {
          request_token: { price: 0 },
          response_token: { price: 0 },
          additional_units: {
            video_seconds: { price },
            default_duration_seconds: { price: 8 },
            default_sample_count: { price: 1 },
          },
        },
      },
    });
    const answer = parsed(
      'portkey',
      JSON.stringify({
        'veo-3.1-generate-preview-lte-128k': units(20),
        'veo-3.1-generate-preview-gt-128k': units(20),
        'veo-3.0-generate-001-lte-128k': units(20),
        'veo-3.0-generate-001-gt-128k': units(40),
      }),
    );
    assert.deepEqual(
      answer.rows.map(({ label, upstream }) => [label, upstream]),
      [
        ['veo-3.1-generate-preview', 'veo-3.1-generate-preview'],
        ['veo-3.0-generate-001-lte-128k', 'veo-3.0-generate-001'],
        ['veo-3.0-generate-001-gt-128k', 'veo-3.0-generate-001'],
      ],
    );
    assert.deepEqual(pricesOf(answer, 'veo-3.1-generate-preview'), [
      '0.2 any  : video_seconds 20 cents ÷ 100',
    ]);
  });
});

describe('the row that a route meets', () => {
  const kindOf = (
    kind: GatewayKind,
    text: string,
    names: readonly string[],
    options?: FindOptions,
  ): string => {
    const search = findRow(parsed(kind, text), names, options);
    if (search.kind === 'missing') return `missing, near ${search.near.join(' ')}`;
    return search.kind === 'found' ? search.row.label : `other ${search.label}`;
  };

  it('is the one of the exact label; what a proxy sends on is no label of its callers', () => {
    assert.equal(kindOf('litellm', LITELLM_PROXY, ['film'], { exact: true }), 'film');
    assert.equal(
      kindOf('litellm', LITELLM_PROXY, ['veo-3.1-generate-001'], { exact: true }),
      'missing, near film',
    );
    assert.equal(kindOf('litellm', LITELLM_PROXY, ['veo-3.1-generate-001']), 'film');
    assert.equal(kindOf('litellm', LITELLM_PROXY, ['words'], { exact: true }), 'other words');
    assert.equal(kindOf('new-api', NEW_API, ['veo-3.1-fast'], { exact: true }), 'missing, near veo3.1-fast');
  });

  it('in a price file is the one of the surface', () => {
    const fast = 'veo-3.1-fast-generate-001';
    const sought = (prefix: string) =>
      kindOf('litellm', LITELLM_MAP, [fast], { exact: true, prefixes: [prefix] });
    assert.equal(sought('vertex_ai/'), `vertex_ai/${fast}`);
    assert.equal(sought('gemini/'), `missing, near vertex_ai/${fast}`);
    assert.equal(
      kindOf('portkey', PORTKEY, [fast], { exact: true, prefixes: ['gemini/'] }),
      fast,
      'names without a prefix belong to every surface',
    );
  });
});

describe("a gateway's price beside Google's", () => {
  const compared = (kind: GatewayKind, text: string, label: string, asOf: string) => {
    const answer = parsed(kind, text);
    const search = findRow(answer, [label]);
    assert.ok(search.kind === 'found');
    return normalisePrice(search.row, answer).map((price) => {
      const found = comparedWithGoogle(search.row, price, catalog, asOf);
      return (
        found &&
        `${found.surface} ${found.resolution} ${found.google.min}–${found.google.max} ${found.ratio.toFixed(2)} ${found.until}${found.assumed ? ' assumed' : ''}`
      );
    });
  };

  it('compares the same size, sound and surface on the day', () => {
    const fast = ['litellm', LITELLM_MAP, 'vertex_ai/veo-3.1-fast-generate-001'] as const;
    assert.deepEqual(compared(...fast, '2026-11-21'), ['vertex-ai 720p 0.08–0.1 1.50 null']);
    assert.deepEqual(compared(...fast, '2026-03-01'), ['vertex-ai 720p 0.1–0.15 1.00 null']);
    assert.deepEqual(compared('litellm', LITELLM_PROXY, 'draft', '2026-11-21'), [
      'vertex-ai 720p 0.03–0.05 1.20 null',
      'vertex-ai 1080p 0.05–0.08 1.00 null',
    ]);
  });

  it('is silent where no price is by the second, and says where only a name claims the model', () => {
    assert.deepEqual(compared('new-api', NEW_API, 'veo3.1-fast', '2026-11-21'), [null]);
    assert.deepEqual(compared('openrouter', OPENROUTER, 'google/veo-3.1-lite', '2026-11-21'), [
      'vertex-ai 1080p 0.08–0.08 1.00 null assumed',
      'vertex-ai 1080p 0.05–0.05 1.00 null assumed',
      'vertex-ai 720p 0.05–0.05 1.00 null assumed',
    ]);
    assert.deepEqual(
      compared(
        'openrouter',
        '{"data":[{"id":"google/veo-9","pricing_skus":{"duration_seconds":"1"}},{"id":"google/veo-3.1-turbo","pricing_skus":{"duration_seconds":"1"}}]}',
        'google/veo-9',
        '2026-11-21',
      ),
      [null],
    );
  });
});

describe('answers that are no catalog', () => {
  const wrong: readonly (readonly [kind: GatewayKind, text: string, says: RegExp])[] = [
    ['new-api', '', /empty/],
    ['new-api', '<!doctype html><title>Sign in</title>', /web page \(HTML\)/],
    ['new-api', '{"data":[{"model_name":"veo', /end in the middle/],
    ['new-api', '{"success":false,"message":"no access","data":null}', /refused: no access/],
    ['new-api', '[]', /no "data" list/],
    ['litellm', '{"error":{"message":"no key"}}', /refused: no key/],
    ['litellm', '{"a":1}', /neither/],
    ['openrouter', '{"models":[]}', /no "data" list/],
    ['portkey', '{"a":{}}', /pricing_config/],
    ['portkey', 'null', /pricing_config/],
  ];
  for (const [kind, text, says] of wrong) {
    it(`${kind}: ${text.slice(0, 40) || 'nothing'}`, () =>
      assert.throws(() => parsed(kind, text), { message: says }));
  }

  it('any JSON is a catalog or a sentence, and its prices are dollars or reasons', () => {
    const name = fc.constantFrom('veo-3.1-generate-001', 'google/veo-3.1', 'constructor', '__proto__');
    const amount = fc.oneof(fc.double(), fc.constantFrom('0.4', '-1', '', 37.5, 0, -1, null));
    const fields = fc.dictionary(
      fc.constantFrom(
        'model_name',
        'id',
        'quota_type',
        'model_price',
        'model_ratio',
        'enable_groups',
        'pricing_skus',
        'pricing',
        'litellm_params',
        'model_info',
        'litellm_provider',
        'pricing_config',
        'output_cost_per_second',
      ),
      fc.oneof(
        name,
        amount,
        fc.array(name),
        fc.dictionary(
          fc.constantFrom('model', 'duration_seconds', 'pay_as_you_go', 'completion'),
          fc.oneof(name, amount),
        ),
      ),
    );
    const answer = fc.oneof(
      fc.jsonValue(),
      fc.record({ data: fc.array(fields), group_ratio: fc.dictionary(name, amount) }),
      fc.dictionary(name, fields),
    );
    fc.assert(
      fc.property(fc.constantFrom(...GATEWAY_KINDS), answer, (kind, value) => {
        try {
          const read = parsed(kind, JSON.stringify(value));
          for (const row of read.rows)
            for (const price of normalisePrice(row, read, { priceIsPer: 'second' }))
              assert.ok(price.kind === 'unclear' ? price.reason !== '' : price.usdPerSecond >= 0);
        } catch (error) {
          assert.ok(error instanceof UnreadableAnswerError, String(error));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('rows of strange shapes cost nobody the others', () => {
    const text = JSON.stringify({
      data: [null, 3, { model_name: 7 }, { model_name: 'veo-x', quota_type: '1', model_price: '0.3' }],
    });
    assert.deepEqual(
      parsed('new-api', text).rows.map(({ label, amounts }) => [label, amounts[0]?.amount]),
      [['veo-x', 0.3]],
    );
  });
});
