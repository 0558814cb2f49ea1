// Contracts, gateways and prices: what is taken, and what a slip of the pen is told.
import assert from 'node:assert/strict';
import { parseConfig } from '../../src/config/parse.ts';
import { configPlaces } from '../../src/contracts/places.ts';

const FULL = `routes:
  hero:
    match: { file: src/render.ts, model: veo-3.1-generate-001 }
    environment: production
    owner: film-team
    surface: vertex-ai
    gateway: house
    model: veo-3.1-generate-001
    request: { seconds: 8, resolution: 1080p, samples: 1, audio: true, aspectRatio: 16:9 }
    requestsPerMonth: 2000
    budgets: { usdPerRequest: 3.5, usdPerMonth: 7000 }
    retry: { attempts: 2, on: [429, 503, timeout], backoff: exponential, firstWaitSeconds: 1, longestWaitSeconds: 64 }
    polling: { deadlineSeconds: 600, attempts: 60, intervalSeconds: 10 }
    storage: gs://films/out
    fallbacks:
      approved: [{ to: draft, when: [429, timeout] }]
      failClosed: [400, 403, refusal, unsupported-parameter]
gateways:
  house: { kind: litellm, url: "https://llm.example.com/model/info", surface: litellm, catalog: gateways/house.json }
  flatkey: { kind: new-api, group: default, priceIsPer: second }
prices:
  - { model: veo-3.1-generate-001, surface: vertex-ai, usd: 0.32, unit: second, resolution: 1080p, audio: true, from: 2026-01-01, to: 2026-12-31, source: contract 4711, checkedOn: 2026-11-01 }
smoke: { maxAgeDays: 14, maxUsd: 5, prompt: a red ball, seconds: 4, resolution: 720p, deadlineMinutes: 10 }
`;

/** The faults as `LINE:COLUMN message`. */
function faultsOf(text: string): readonly string[] {
  const parsed = parseConfig(text);
  return 'faults' in parsed
    ? parsed.faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : [];
}

const route = (line: string): string => `routes:\n  hero:\n    ${line}\n`;

const BAD: readonly (readonly [text: string, fault: string])[] = [
  [
    route('request: { seconds: 8s }'),
    '3:16 "routes.hero.request.seconds" is wrong: expected a number, in seconds; write 8 instead of "8s"',
  ],
  [
    route('budgets: { usdPerRequest: $3 }'),
    '3:16 "routes.hero.budgets.usdPerRequest" is wrong: expected a number, in US dollars; write 3 instead of "$3"',
  ],
  [
    route('budgets: { usdPerMonth: "1,500 USD" }'),
    '3:16 "routes.hero.budgets.usdPerMonth" is wrong: expected a number, in US dollars; write 1500 instead of "1,500 USD"',
  ],
  [
    route('budgets: { usdPerRequest: 40 cents }'),
    '3:16 "routes.hero.budgets.usdPerRequest" is wrong: expected a number, in US dollars; write 0.4 instead of "40 cents"',
  ],
  [
    route('polling: { deadlineSeconds: 5 min }'),
    '3:16 "routes.hero.polling.deadlineSeconds" is wrong: expected a number, in seconds; write 300 instead of "5 min"',
  ],
  [
    route('polling: { deadline: 300 }'),
    '3:16 unknown key "routes.hero.polling.deadline"; did you mean "deadlineSeconds"?',
  ],
  [
    route('request: { durationSeconds: 8 }'),
    '3:16 unknown key "routes.hero.request.durationSeconds"; did you mean "seconds"?',
  ],
  [
    route('request: { sampleCount: 2 }'),
    '3:16 unknown key "routes.hero.request.sampleCount"; did you mean "samples"?',
  ],
  [
    route('request: { generate_audio: true }'),
    '3:16 unknown key "routes.hero.request.generate_audio"; did you mean "audio"?',
  ],
  [route('budget: { usdPerRequest: 3 }'), '3:5 unknown key "routes.hero.budget"; did you mean "budgets"?'],
  [route('env: production'), '3:5 unknown key "routes.hero.env"; did you mean "environment"?'],
  [route('onwer: me'), '3:5 unknown key "routes.hero.onwer"; did you mean "owner"?'],
  [
    route('environment: prod'),
    '3:5 "routes.hero.environment" is wrong: expected one of "production", "staging", "development", "research"; write production instead of "prod"',
  ],
  [
    route('request: { resolution: 720 }'),
    '3:16 "routes.hero.request.resolution" is wrong: expected one of "360p", "720p", "1080p", "4k"; write 720p instead of 720',
  ],
  [
    route('request: { resolution: 3840x2160 }'),
    '3:16 "routes.hero.request.resolution" is wrong: expected one of "360p", "720p", "1080p", "4k"; write 4k instead of "3840x2160"',
  ],
  [
    route('request: { audio: yes }'),
    '3:16 "routes.hero.request.audio" is wrong: expected true or false, found text; write true instead of "yes"',
  ],
  [
    route('request: { aspectRatio: 16x9 }'),
    '3:16 "routes.hero.request.aspectRatio" is wrong: expected one of "16:9", "9:16"; write "16:9" instead of "16x9"',
  ],
  [
    route('requestsPerMonth: 10k'),
    '3:5 "routes.hero.requestsPerMonth" is wrong: expected a number, found text; write 10000 instead of "10k"',
  ],
  [
    route('request: { samples: "2" }'),
    '3:16 "routes.hero.request.samples" is wrong: expected a number, found text; write 2 instead of "2"',
  ],
  [
    route('fallbacks: { failClosed: [400, saftey] }'),
    '3:36 "routes.hero.fallbacks.failClosed.1" is wrong: expected an HTTP status or one of timeout, error, refusal, any, unsupported-parameter, quota, over-budget, deprecated-model; write refusal instead of "saftey"',
  ],
  [route('fallbacks: { approved: [{ when: [429] }] }'), '3:31 "routes.hero.fallbacks.approved.0" lacks "to"'],
  [route('match: {}'), '3:5 "routes.hero.match" is wrong: expected at least one of file, model, name'],
  [
    'gateways:\n  x: { kind: newapi }\n',
    '2:8 "gateways.x.kind" is wrong: expected one of "new-api", "litellm", "openrouter", "portkey"; write new-api instead of "newapi"',
  ],
  ['gateways:\n  x: {}\n', '2:3 "gateways.x" lacks "kind"'],
  [
    'gateways:\n  ../up: { kind: litellm }\n',
    '2:3 the gateway\'s name "../up" may hold letters, digits, dots and dashes only',
  ],
  [
    'gateways:\n  x: { kind: litellm, url: "file:///etc/passwd" }\n',
    '2:23 "gateways.x.url" is wrong: expected an address (https://…)',
  ],
  [
    'prices:\n  - { model: m, surface: s, usd: 1, unit: second, source: me, checkedOn: 21.11.2026 }\n',
    '2:63 "prices.0.checkedOn" is wrong: expected a day of the calendar as YYYY-MM-DD; write 2026-11-21 instead of "21.11.2026"',
  ],
  [
    'prices:\n  - { model: m, surface: s, usd: 1, unit: seconds, source: me, checkedOn: 2026-11-21 }\n',
    '2:37 "prices.0.unit" is wrong: expected one of "second", "request", "video"; write second instead of "seconds"',
  ],
  [
    'prices:\n  - { model: m, surface: s, usd: 1, unit: second, checkedOn: 2026-11-21 }\n',
    '2:7 "prices.0" lacks "source"',
  ],
  [
    route('fallbacks: { approved: [draft] }'),
    '3:29 "routes.hero.fallbacks.approved.0" is wrong: expected keys (to, when), found text; write { to: draft } instead of "draft"',
  ],
  [
    route('fallbacks: { approved: [{ to: b, on: [429] }] }'),
    '3:38 unknown key "routes.hero.fallbacks.approved.0.on"; did you mean "when"?',
  ],
  [
    route('retry: { on: 429 }'),
    '3:14 "routes.hero.retry.on" is wrong: expected a list, found a number; write [429] instead of 429',
  ],
  [
    route('retry: { on: [http_429] }'),
    '3:19 "routes.hero.retry.on.0" is wrong: expected an HTTP status or one of timeout, error, refusal, any, unsupported-parameter, quota, over-budget, deprecated-model; write 429 instead of "http_429"',
  ],
  [
    route('retry: 3'),
    '3:5 "routes.hero.retry" is wrong: expected keys (attempts, on, backoff, firstWaitSeconds, longestWaitSeconds), found a number',
  ],
  [
    route('requestsPerMonth: -3'),
    '3:5 "routes.hero.requestsPerMonth" is wrong: expected a number of at least 0',
  ],
  [
    route('polling: { deadlineSeconds: 0 }'),
    '3:16 "routes.hero.polling.deadlineSeconds" is wrong: expected a number above 0',
  ],
  [
    route('request: { samples: 9 }'),
    '3:16 "routes.hero.request.samples" is wrong: expected a number of at most 8',
  ],
  [route('retry: { on: [] }'), '3:14 "routes.hero.retry.on" is wrong: expected at least 1 entry'],
  [route('owner: ""'), '3:5 "routes.hero.owner" is wrong: expected some text'],
  [
    route('surface: Vertex AI'),
    '3:5 "routes.hero.surface" is wrong: expected lower-case letters, digits and dashes; write vertex-ai instead of "Vertex AI"',
  ],
  [
    route('budgets: { usdPerMonth: 7k }'),
    '3:16 "routes.hero.budgets.usdPerMonth" is wrong: expected a number, in US dollars; write 7000 instead of "7k"',
  ],
  [
    route('polling: { intervalMs: 5000 }'),
    '3:16 unknown key "routes.hero.polling.intervalMs"; did you mean "intervalSeconds"?',
  ],
  ['smoke: { maxAge: 30 }\n', '1:10 unknown key "smoke.maxAge"; did you mean "maxAgeDays"?'],
  ['routes:\n  - hero\n', '1:1 "routes" is wrong: expected names with keys below them, found a list'],
  [
    '- a\n',
    '1:3 expected keys at the top (rules, places, ignore, routes, gateways, prices, smoke), found a list',
  ],
  [
    'rules: {}\n---\nrules: {}\n',
    '2:1 it holds several documents (---), and one is read: put everything into one',
  ],
  [
    'rules: { preview-model: warn }\n',
    '1:10 "rules.preview-model" is wrong: expected one of "error", "warning", "info", "hint", "off"; write warning instead of "warn"',
  ],
  [
    'smoke: { maxAgeDays: 2 weeks }\n',
    '1:10 "smoke.maxAgeDays" is wrong: expected a number, in days; write 14 instead of "2 weeks"',
  ],
];

describe('contracts in veo-audit.yaml', () => {
  it('takes every key', () => assert.deepEqual(faultsOf(FULL), []));

  for (const [text, fault] of BAD) {
    it(`says what to write: ${text.split('\n').at(-2)?.trim()}`, () =>
      assert.deepEqual(faultsOf(text), [fault]));
  }

  it('knows where keys and items stand', () => {
    const place = configPlaces(FULL);
    const at = (...path: readonly (string | number)[]): string => {
      const { start, end } = place(path);
      return FULL.slice(start, end);
    };
    assert.equal(at('routes', 'hero'), 'hero');
    assert.equal(at('routes', 'hero', 'budgets', 'usdPerMonth'), 'usdPerMonth');
    assert.equal(at('prices', 0), 'model');
    assert.equal(at('routes', 'hero', 'polling', 'nothing'), 'polling');
  });
});
