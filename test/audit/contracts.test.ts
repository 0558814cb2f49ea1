// What the team promised of its routes against what runs, what it costs and what is proved.
import assert from 'node:assert/strict';
import { composeAudit, composeRun } from '../../src/audit/compose.ts';
import { contractLayer } from '../../src/audit/contractAudit.ts';
import { datedReferences, idLayer } from '../../src/audit/engine.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { LITELLM_MAP, LITELLM_PROXY, NEW_API } from '../gateway/answers.ts';
import { type Case, catalog, contextOf, says } from './contractCase.ts';

const LITELLM = `model_list:
  - model_name: hero
    litellm_params:
      model: vertex_ai/veo-3.1-generate-001
      num_retries: 5
  - model_name: draft
    litellm_params:
      model: vertex_ai/veo-3.1-lite-generate-001
`;
const files = { 'litellm.yaml': LITELLM };
const hero = (...lines: readonly string[]): string =>
  ['routes:', '  hero:', ...lines.map((line) => `    ${line}`), ''].join('\n');

/** That a rule says exactly this, each line by its beginning. */
function assertSays(given: Case, rule: string, expected: readonly string[]): void {
  const found = says(given, rule);
  assert.deepEqual(
    found.map((line, index) => line.slice(0, expected[index]?.length ?? line.length)),
    expected,
  );
}

const promise = (...lines: readonly string[]): Case => ({
  config: [
    'routes:',
    '  hero:',
    '    model: veo-3.1-generate-001',
    '    surface: vertex-ai',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n'),
});

describe('what a contract promises by itself', () => {
  for (const [line, rule, message] of [
    ['retry: { on: [429, 403] }', 'retry-policy', /:6 warning .* A 403 is retried/],
    ['retry: { on: [unsupported-parameter] }', 'retry-policy', /:6 warning .* A 400 is retried/],
    [
      'retry: { on: [429], backoff: linear }',
      'retry-policy',
      /:6 warning .* waits between retries are linear/,
    ],
    ['retry: { on: [503], firstWaitSeconds: 5 }', 'retry-policy', /:6 warning .* Wait 30 s/],
    ['retry: { on: [500], attempts: 4 }', 'retry-policy', /:6 warning .* retried 4 times/],
    ['polling: { deadlineSeconds: 10 }', 'rate-limit', /:6 warning .* stops polling after 10 s/],
    ['polling: { deadlineSeconds: 60 }', 'rate-limit', /:6 info .* but a video takes 11 to 360 s/],
    ['polling: { attempts: 10, intervalSeconds: 10 }', 'rate-limit', /:6 info .* after 100 s/],
  ] as const) {
    it(line, () => {
      const said = says(promise('owner: me', line), rule);
      assert.equal(said.length, 1);
      assert.match(said.join(), message);
    });
  }

  for (const line of [
    'retry: { on: [429], attempts: 5, backoff: exponential, firstWaitSeconds: 1, longestWaitSeconds: 64 }',
    'retry: { on: [503], backoff: linear, firstWaitSeconds: 30 }',
    'retry: { on: [400], attempts: 0 }',
    'polling: { deadlineSeconds: 600 }',
    'polling: { attempts: 3 }',
  ]) {
    it(`is silent: ${line}`, () => {
      assert.deepEqual(says(promise(line), 'retry-policy'), []);
      assert.deepEqual(says(promise(line), 'rate-limit'), []);
    });
  }
});

describe('budget-exceeded', () => {
  const request = 'request: { seconds: 8, resolution: 1080p, audio: true }';

  it('is an error where even the cheapest reading is over, for a request and for a month', () => {
    const config = hero(
      request,
      'requestsPerMonth: 1000',
      'budgets:',
      '  usdPerRequest: 3',
      '  usdPerMonth: 3000',
    );
    assertSays({ config, files }, 'budget-exceeded', [
      'veo-audit.yaml:6 error budget-exceeded: A request to veo-3.1-generate-001 in litellm.yaml costs $3.20, over the budget of $3.00. Cha',
      'veo-audit.yaml:7 error budget-exceeded: A month of 1000 requests to veo-3.1-generate-001 in litellm.yaml costs $3,200.00, over the budget of $3,000.00. Cha',
    ]);
  });

  it('is a warning with its assumptions where only the dearest reading is over', () => {
    assertSays({ config: hero('budgets: { usdPerRequest: 3 }'), files }, 'budget-exceeded', [
      'veo-audit.yaml:3 warning budget-exceeded: A request to veo-3.1-generate-001 in litellm.yaml may cost $1.60–$3.20, over the budget of $3.00. Change the re',
    ]);
  });

  it("is silent at the budget, without a price, and counts the team's own price", () => {
    assertSays({ config: hero(request, 'budgets: { usdPerRequest: 3.2 }'), files }, 'budget-exceeded', []);
    assertSays(
      { config: hero('model: somebody/veo-mystery', 'budgets: { usdPerRequest: 0.01 }') },
      'budget-exceeded',
      [],
    );
    const prices =
      'prices:\n  - { model: veo-3.1-generate-001, surface: vertex-ai, usd: 0.5, unit: second, source: offer, checkedOn: 2026-11-01 }\n';
    assertSays(
      { config: `${hero(request, 'budgets: { usdPerRequest: 3.2 }')}${prices}`, files },
      'budget-exceeded',
      [
        'veo-audit.yaml:4 error budget-exceeded: A request to veo-3.1-generate-001 in litellm.yaml costs $4.00, over th',
      ],
    );
  });
});

describe('output-not-persisted', () => {
  const gemini = (...more: readonly string[]): string =>
    hero('surface: gemini-api', 'model: veo-3.1-generate-preview', ...more);

  it('warns on the Gemini API without storage, and nowhere else', () => {
    assertSays({ config: gemini() }, 'output-not-persisted', [
      'veo-audit.yaml:2 warning output-not-persisted: The Gemini API deletes videos after 2 days, but the ',
    ]);
    assertSays({ config: gemini('storage: gs://films') }, 'output-not-persisted', []);
    assertSays({ config: hero(), files }, 'output-not-persisted', []);
  });
});

describe('evidence of production routes', () => {
  const config = hero('environment: production');
  const rules = (evidence: Case['evidence'], text = config): readonly string[] =>
    says({ config: text, files, evidence: evidence ?? [] }).filter((line) => line.includes('evidence'));

  it('is enough where a real run of the same model passed lately', () => {
    assert.deepEqual(rules([{}]), []);
    assert.deepEqual(
      rules([{ route: 'veo-3.1-generate-001 on vertex-ai' }]),
      [],
      'a run by model and surface counts',
    );
    assert.deepEqual(rules([], hero('environment: staging')), []);
  });

  it('is enough at a gateway where its entry answered under its own name', () => {
    const through = `${hero('environment: production', 'gateway: house')}gateways:\n  house: { kind: litellm }\n`;
    assert.deepEqual(rules([{ model: 'hero' }], through), []);
    assert.match(rules([{ model: 'hero' }])[0] ?? '', /evidence-missing: .* was for hero\./);
  });

  it('is missing without one, and says what is there instead', () => {
    for (const [evidence, instead] of [
      [[], 'has passed.'],
      [[{ simulated: true }], 'the one of 2026-11-20 was simulated, which proves nothing.'],
      [[{ passed: false }], 'the one of 2026-11-20 failed (.veo-audit/evidence/a.json).'],
      [[{ passed: false, asked: false }], 'has passed.'],
      [[{ model: 'veo-3.0-generate-001' }], 'the one of 2026-11-20 was for veo-3.0-generate-001.'],
      [[{ day: '2026-11-22' }], 'has passed.'],
      [[{ kind: 'controlled-failure' as const }], 'has passed.'],
    ] as const) {
      const [line, ...others] = rules(evidence);
      assert.deepEqual(others, []);
      assert.match(line ?? '', /^veo-audit\.yaml:2 warning evidence-missing: /);
      assert.ok(line?.includes(instead), `${line} lacks ${instead}`);
    }
  });

  it('is stale when it is too old, or when a later run failed', () => {
    assert.match(
      rules([{ day: '2026-10-21' }])[0] ?? '',
      /evidence-stale: .* is 31 days old; 30 days are allowed/,
    );
    assert.deepEqual(rules([{ day: '2026-10-22' }]), []);
    assert.match(
      rules([{ day: '2026-11-18' }], `${config}smoke: { maxAgeDays: 2 }\n`)[0] ?? '',
      /is 3 days old/,
    );
    assert.match(
      rules([{ day: '2026-11-10' }, { passed: false, day: '2026-11-12', file: 'b.json' }])[0] ?? '',
      /evidence-stale: The last smoke test of hero failed on 2026-11-12 \(b\.json\)/,
    );
    const unsent = { passed: false, asked: false, day: '2026-11-12' };
    assert.deepEqual(rules([{ day: '2026-11-10' }, unsent]), [], 'a run that was not sent says nothing');
  });
});

describe('preview-model in production', () => {
  it('is an error at the ID of the route, or at the contract where no ID is in sight', () => {
    const contract = 'routes:\n  draft: { environment: production }\n';
    assertSays({ config: contract, files }, 'preview-model', [
      'litellm.yaml:8 error preview-model: veo-3.1-lite-generate-001 is a preview on Vertex AI',
    ]);
    const alone =
      'routes:\n  x:\n    environment: production\n    surface: vertex-ai\n    model: veo-3.1-lite-generate-001\n';
    assertSays({ config: alone }, 'preview-model', ['veo-audit.yaml:5 error']);
    assertSays({ config: 'routes:\n  draft: { environment: staging }\n', files }, 'preview-model', []);
  });
});

describe('contract-mismatch', () => {
  const mismatch = (config: string, more: Partial<Case> = {}): readonly string[] =>
    says({ config, files, ...more }, 'contract-mismatch').map((line) =>
      line.replace(' contract-mismatch', ''),
    );

  it('names what runs otherwise', () => {
    assert.deepEqual(
      mismatch(hero('model: veo-3.0-generate-001', 'surface: gemini-api', 'retry: { attempts: 2 }')),
      [
        'veo-audit.yaml:3 warning: The contract hero says veo-3.0-generate-001, but litellm.yaml sends veo-3.1-generate-001.',
        'veo-audit.yaml:4 warning: The contract hero says the Gemini API, but litellm.yaml asks Vertex AI.',
        'veo-audit.yaml:5 warning: The contract hero allows 2 retries, but litellm.yaml makes 5.',
      ],
    );
    assert.deepEqual(
      mismatch(hero('model: vertex_ai/veo-3.1-generate-001', 'surface: vertex-ai', 'retry: { attempts: 5 }')),
      [],
    );
  });

  it('names what is not there, but only where everything was looked at', () => {
    const config = hero(
      'match: { file: "src/*.ts" }',
      'gateway: hause',
      'surface: opnrouter',
      'fallbacks: { approved: [{ to: nobody }, { to: draft }] }',
    );
    const certain = [
      'veo-audit.yaml:4 warning: There is no gateway "hause" in this file (there are: none).',
      'veo-audit.yaml:5 warning: There is no surface "opnrouter"',
    ];
    const found = mismatch(config).map((line) => line.replace(/(surface "opnrouter").*/, '$1'));
    assert.deepEqual(found, [
      'veo-audit.yaml:3 info: The contract hero matches no route: none fits file "src/*.ts".',
      ...certain,
      'veo-audit.yaml:6 warning: hero approves a fallback to "nobody", which is neither a contract nor a route of this workspace.',
    ]);
    assert.equal(mismatch(config, { complete: false }).length, certain.length);
  });

  it('names a contract that contradicts itself', () => {
    const config = hero(
      'retry: { on: [429, 400] }',
      'fallbacks:',
      '  approved: [{ to: draft, when: [400, 429] }]',
      '  failClosed: [400, refusal]',
    );
    assert.deepEqual(mismatch(config), [
      'veo-audit.yaml:3 warning: hero retries on 400, but must fail closed on the same.',
      'veo-audit.yaml:5 warning: hero falls back to draft on 400, but must fail closed on the same.',
    ]);
  });

  it('finds routes by file, pattern, model and name', () => {
    const routesOf = (match: string): number => {
      const context = contextOf({
        config: hero(`match: ${match}`),
        files: { ...files, 'app/[id]/gateway.yaml': LITELLM },
      });
      return context.contracts[0]?.routes.length ?? 0;
    };
    assert.equal(routesOf('{ file: "app/[id]/gateway.yaml" }'), 2);
    assert.equal(routesOf('{ file: "*.yaml" }'), 4);
    assert.equal(routesOf('{ file: litellm.yaml, model: veo-3.1-generate-001 }'), 1);
    assert.equal(routesOf('{ model: veo-3.1-generate-001 }'), 2);
    assert.equal(routesOf('{ name: draft }'), 2);
    assert.equal(routesOf('{ name: draft, model: veo-3.1-generate-001 }'), 0);
  });
});

describe('gateways in contracts', () => {
  const through = (gateway: string, kind: string, ...lines: readonly string[]): string =>
    `routes:\n  hero: { gateway: ${gateway}, ${lines.join(', ')} }\ngateways:\n  ${gateway}: { kind: ${kind} }\n`;
  const flat = { flat: ['new-api', NEW_API] } as const;

  it('says row, unit, status and endpoint of what the route sends', () => {
    const lines = says({
      config: through('flat', 'new-api', 'model: veo-3.1-generate-preview'),
      answers: flat,
    });
    assert.deepEqual(
      lines.map((line) => line.split(':')[1]?.slice(2)),
      ['info endpoint-family', 'warning gateway-status', 'warning price-unit-unclear'],
    );
    assert.ok(lines.every((line) => line.startsWith('veo-audit.yaml:2 ')));
    assert.match(
      says(
        { config: through('flat', 'new-api', 'model: veo3.1-fast'), answers: flat },
        'endpoint-family',
      )[0] ?? '',
      / warning .* offered only at openai /,
    );
    assert.match(
      says(
        { config: through('flat', 'new-api', 'model: veo-3.1-fast'), answers: flat },
        'gateway-row-missing',
      )[0] ?? '',
      /no row "veo-3\.1-fast", "hero"|no row "veo-3\.1-fast" and "hero"\. The nearest: veo3\.1-fast/,
    );
    assert.match(
      says(
        { config: through('flat', 'new-api', 'model: gpt-4o'), answers: flat },
        'gateway-row-missing',
      )[0] ?? '',
      / info .*nothing in it says that a Veo model answers/,
    );
  });

  it('compares prices with Google, and knows rows by the names that a proxy gives', () => {
    const map = { house: ['litellm', LITELLM_MAP] } as const;
    const config = through('house', 'litellm', 'model: vertex_ai/veo-3.1-fast-generate-001');
    assert.match(
      says({ config, answers: map }, 'gateway-price-differs')[0] ?? '',
      /costs \$0\.15 per second in the catalog of house \(2026-11-20\), 50% above Google's \$0\.08–\$0\.10 per second on Vertex AI at 720p/,
    );
    assert.match(says({ config, answers: map }, 'gateway-status')[0] ?? '', /ended on 2026-11-17/);
    const proxy = { house: ['litellm', LITELLM_PROXY] } as const;
    const named = 'routes:\n  draft: { surface: litellm }\ngateways:\n  house: { kind: litellm }\n';
    // The proxy knows the one deployment of the configuration, and not the other.
    assert.deepEqual(says({ config: named, files, answers: proxy }, 'gateway-row-missing'), [
      'litellm.yaml:2 warning gateway-row-missing: The catalog of house (2026-11-20) has no row "hero".',
    ]);
    assert.match(
      says({ config: named, files, answers: proxy }, 'gateway-price-differs')[0] ?? '',
      /"draft" costs \$0\.06 per second/,
    );
  });

  it('names that every object has are no gateways', () => {
    const config =
      'routes:\n  constructor: { gateway: constructor, model: veo3.1-fast }\ngateways:\n  flat: { kind: new-api }\n';
    assert.match(
      says({ config, answers: flat }).join('\n'),
      /^veo-audit\.yaml:2 warning contract-mismatch: There is no gateway "constructor"[^\n]*$/,
    );
  });

  it('is silent before the day of the first snapshot, and without any', () => {
    const config = through('flat', 'new-api', 'model: veo3.1-fast');
    assert.deepEqual(says({ config, answers: flat, asOf: '2026-11-19' }), []);
    assert.deepEqual(says({ config }), []);
  });
});

describe('contracts in an audit', () => {
  const draft = 'routes:\n  draft: { environment: production, fallbacks: { approved: [{ to: hero }] } }\n';
  const options = { catalog, asOf: '2026-11-21' };
  const parsed = parseConfig(draft);
  assert.ok('config' in parsed);
  const inputs = {
    config: parsed.config,
    configFile: 'veo-audit.yaml',
    configText: draft,
    evidence: [],
    snapshots: {},
    complete: true,
    unread: [],
  };

  it('adds findings to the configuration and to routes, and replaces the milder remark', () => {
    const document = { path: 'litellm.yaml', text: LITELLM };
    const own = idLayer(document, datedReferences(document, options), options);
    const { routes } = contextOf({ config: draft, files });
    const given = [{ ...own, routes: routes.map(({ route }) => route) }];
    assert.deepEqual(
      composeAudit(own, [], options)
        .findings.filter(({ rule }) => rule === 'preview-model')
        .map(({ severity }) => severity),
      ['info'],
    );
    const once = composeRun(given, [contractLayer(given, options, inputs)], options);
    const lines = once.flatMap(({ document, findings }) =>
      findings.map(({ rule, severity }) => `${document.path} ${severity} ${rule}`),
    );
    assert.deepEqual(
      lines.filter((line) => /preview|evidence/.test(line)),
      ['litellm.yaml error preview-model', 'veo-audit.yaml warning evidence-missing'],
    );
  });
});

describe('retries against the contract', () => {
  const envoy = `kind: AIGatewayRoute
metadata: { name: r }
spec:
  rules:
    - { matches: [{ headers: [{ name: x-ai-eg-model, value: hero }] }], backendRefs: [{ name: b, modelNameOverride: veo-3.1-generate-001 }] }
---
kind: BackendTrafficPolicy
spec:
  targetRefs: [{ name: r }]
  retry: { numRetries: 3, retryOn: { httpStatusCodes: [429, 503] }, perRetry: { backOff: { baseInterval: 2s, maxInterval: 64s } } }
`;
  const said = (retry: string): readonly string[] =>
    says(
      { config: `routes:\n  hero:\n    retry: ${retry}\n`, files: { 'e.yaml': envoy } },
      'contract-mismatch',
    );

  for (const [retry, message] of [
    ['{ attempts: 2 }', /allows 2 retries, but e\.yaml makes 3/],
    ['{ on: [429] }', /retries on 429, but e\.yaml retries on 503/],
    ['{ backoff: linear }', /says backoff linear, but e\.yaml says exponential/],
    ['{ firstWaitSeconds: 1 }', /says firstWaitSeconds 1 s, but e\.yaml says 2 s/],
    ['{ longestWaitSeconds: 32 }', /says longestWaitSeconds 32 s, but e\.yaml says 64 s/],
  ] as const) {
    it(retry, () => {
      assert.equal(said(retry).length, 1);
      assert.match(said(retry).join(), message);
    });
  }

  it('is silent where both say the same, or one says nothing', () => {
    const same =
      '{ attempts: 3, on: [quota, 503], backoff: exponential, firstWaitSeconds: 2, longestWaitSeconds: 64 }';
    assert.deepEqual(said(same), []);
    assert.deepEqual(said('{ attempts: 5 }'), []);
  });
});
