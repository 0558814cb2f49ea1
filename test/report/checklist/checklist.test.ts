// The seven questions, each answered pass, fail or not shown by what is there.
import assert from 'node:assert/strict';
import { checklistOf } from '../../../src/checks/checklist/checklist.ts';
import {
  QUESTIONS,
  type Question,
  type RouteFinding,
  type Verdict,
} from '../../../src/checks/checklist/types.ts';
import { CHECKLIST_FORMATS } from '../../../src/report/checklist.ts';
import { type Case, contextOf } from '../../audit/contractCase.ts';
import { LITELLM_PROXY, NEW_API } from '../../gateway/answers.ts';

const LITELLM = `model_list:
  - model_name: hero
    litellm_params:
      model: vertex_ai/veo-3.1-generate-001
`;
const files = { 'litellm.yaml': LITELLM };
const contract = (...lines: readonly string[]): string =>
  ['routes:', '  hero:', ...lines.map((line) => `    ${line}`), ''].join('\n');
const sends = (model: string, ...more: readonly string[]): string =>
  contract(`model: ${model}`, 'surface: vertex-ai', ...more);

/** The verdict of one question about the only route, with its day and evidence. */
function answer(question: Question, given: Case, findings: readonly RouteFinding[] = []) {
  const { routes } = checklistOf(contextOf(given), findings);
  assert.equal(routes.length, 1);
  const found = routes[0]?.answers.find((one) => one.question === question);
  assert.ok(found);
  return found;
}

const FINDING: RouteFinding = {
  file: 'litellm.yaml',
  start: 40,
  end: 50,
  rule: 'unbounded-polling',
  message: 'It polls for ever.',
};
const run = [{}];
const flat = (model: string): Case => ({
  config: `routes:\n  hero: { gateway: flat, model: ${model} }\ngateways:\n  flat: { kind: new-api }\n`,
  answers: { flat: ['new-api', NEW_API] },
});

const CASES: readonly (readonly [
  question: Question,
  what: string,
  given: Case,
  verdict: Verdict,
  evidence: RegExp,
  date: string | null,
  findings?: readonly RouteFinding[],
])[] = [
  [
    'model ID',
    'an official ID',
    { config: contract(), files },
    'pass',
    /official ID of Vertex AI \(Vertex AI model versions page, copies after 2026-10-13 and \d more\)/,
    '2026-11-24',
  ],
  [
    'model ID',
    'an ID of the other surface',
    { config: contract('model: veo-3.1-generate-001', 'surface: gemini-api') },
    'fail',
    /never served on the Gemini API/,
    '2026-11-24',
  ],
  [
    'model ID',
    'an invented ID',
    { config: sends('veo-9-ultra') },
    'fail',
    /not a model ID that the catalog knows/,
    null,
  ],
  [
    'model ID',
    "a gateway's alias",
    { config: contract('model: veo3.1-fast', 'surface: flatkey') },
    'not shown',
    /a gateway's alias; what answers behind it is not documented/,
    '2026-11-21',
  ],
  ['model ID', 'nothing in sight', { config: contract('owner: me') }, 'not shown', /not in sight/, null],
  [
    'lifecycle',
    'a window without proof',
    { config: contract(), files },
    'not shown',
    /in its retirement window .* or later/,
    '2026-11-24',
  ],
  [
    'lifecycle',
    'a window with a run in it',
    { config: contract(), files, evidence: run },
    'pass',
    /It answered on 2026-11-20/,
    '2026-11-20',
  ],
  [
    'lifecycle',
    'a dead model',
    { config: sends('veo-3.0-generate-001') },
    'fail',
    /was shut down on Vertex AI on 2026-06-30 \(/,
    '2026-11-21',
  ],
  [
    'lifecycle',
    'a preview',
    { config: sends('veo-3.1-lite-generate-001') },
    'pass',
    /preview on Vertex AI/,
    '2026-11-21',
  ],
  [
    'lifecycle',
    'a preview in production',
    { config: sends('veo-3.1-lite-generate-001', 'environment: production') },
    'fail',
    /preview/,
    '2026-11-21',
  ],
  [
    'pricing unit',
    'a price by the second',
    { config: contract('request: { seconds: 8, audio: true }'), files },
    'pass',
    /^\$0\.40 per second, \$3\.20 per request \(/,
    '2026-11-21',
  ],
  [
    'pricing unit',
    'a dead model',
    { config: sends('veo-3.0-generate-001') },
    'not shown',
    /No price: .*shut down/,
    null,
  ],
  [
    'pricing unit',
    "a gateway's fixed price",
    flat('veo-3.1-generate-preview'),
    'fail',
    /unclear at flat: model_price 0\.4/,
    '2026-11-20',
  ],
  [
    'async job path',
    'a real run',
    { config: contract(), files, evidence: run },
    'pass',
    /operations\/1 was submitted, asked for 7 times and finished/,
    '2026-11-20',
  ],
  [
    'async job path',
    'no promise, whatever bounds the loop in the code,',
    { config: contract(), files },
    'not shown',
    /^No contract gives the wait a deadline, and no real run has shown the job's path\.$/,
    null,
  ],
  [
    'async job path',
    'a promise alone',
    { config: contract('polling: { deadlineSeconds: 600 }'), files },
    'not shown',
    /deadline of 600 s, but no real run/,
    null,
  ],
  [
    'async job path',
    'a loop without an end',
    { config: contract(), files, evidence: run },
    'fail',
    /for ever/,
    '2026-11-21',
    [FINDING],
  ],
  [
    'async job path',
    'a finding in another file',
    { config: contract(), files, evidence: run },
    'pass',
    /operations/,
    '2026-11-20',
    [{ ...FINDING, file: 'x.yaml' }],
  ],
  [
    'catalog row',
    'Google itself',
    {
      config: contract('match: { file: .env }'),
      files: { '.env': 'VEO_MODEL=veo-3.1-generate-001\n' },
    },
    'pass',
    /asks Vertex AI directly/,
    '2026-11-24',
  ],
  [
    'catalog row',
    'a gateway in between that is not declared',
    { config: contract(), files },
    'not shown',
    /through LiteLLM, whose catalog veo-audit\.yaml does not name/,
    null,
  ],
  [
    'catalog row',
    'a dead model',
    { config: sends('veo-3.0-generate-001') },
    'fail',
    /Vertex AI does not offer veo-3\.0-generate-001 any more/,
    '2026-11-21',
  ],
  [
    'catalog row',
    'a row with a bad status',
    flat('veo-3.1-generate-preview'),
    'fail',
    /row "veo-3\.1-generate-preview", endpoints gemini, openai, .* status unknown_failure/,
    '2026-11-20',
  ],
  ['catalog row', 'no row', flat('veo-4'), 'fail', /has no row "veo-4"/, '2026-11-20'],
  [
    'catalog row',
    'a good row',
    {
      config: 'routes:\n  film: { surface: litellm, model: film }\ngateways:\n  house: { kind: litellm }\n',
      answers: { house: ['litellm', LITELLM_PROXY] },
    },
    'pass',
    /house has the row "film", endpoints video_generation/,
    '2026-11-20',
  ],
  [
    'catalog row',
    'a gateway without a snapshot',
    { ...flat('veo-4'), answers: {} },
    'not shown',
    /veo-audit gateway check flat/,
    null,
  ],
  [
    'fallback rule',
    'a whole rule',
    {
      config: contract('fallbacks: { approved: [{ to: draft, when: [429] }], failClosed: [400] }'),
      files: {
        'litellm.yaml': `${LITELLM}  - model_name: draft\n    litellm_params: { model: openai/sora-2 }\n`,
      },
    },
    'pass',
    /approves draft on 429, and fails closed on 400/,
    '2026-11-21',
  ],
  [
    'fallback rule',
    'an approved fallback that nobody declares',
    { config: contract('fallbacks: { approved: [{ to: draft, when: [429] }], failClosed: [400] }'), files },
    'not shown',
    /approves draft on 429, and fails closed on 400\. draft is declared nowhere that was read\./,
    '2026-11-21',
  ],
  [
    'fallback rule',
    'an approved fallback that is a model',
    {
      config: contract('fallbacks: { approved: [{ to: veo-3.1-fast-generate-001 }], failClosed: [400] }'),
      files,
    },
    'pass',
    /approves veo-3\.1-fast-generate-001,/,
    '2026-11-21',
  ],
  [
    'fallback rule',
    'no fallback at all',
    { config: contract('fallbacks: { approved: [] }'), files },
    'pass',
    /approves no fallback/,
    '2026-11-21',
  ],
  [
    'fallback rule',
    'half a rule',
    { config: contract('fallbacks: { failClosed: [400] }'), files },
    'not shown',
    /says nothing of approved/,
    '2026-11-21',
  ],
  ['fallback rule', 'none', { config: contract(), files }, 'not shown', /No contract says/, null],
  [
    'fallback rule',
    'a fallback to a dead model',
    { config: contract('fallbacks: { approved: [] }'), files },
    'fail',
    /dead/,
    '2026-11-21',
    [{ ...FINDING, rule: 'fallback-to-shut-down', message: 'It falls on a dead model.' }],
  ],
  [
    'usage proof',
    'a fresh run',
    { config: contract(), files, evidence: run },
    'pass',
    /passed with the verdict "production"; the surface reported no cost; film-team owns the cost/,
    '2026-11-20',
  ],
  [
    'usage proof',
    'a run that nobody pays',
    { config: contract(), files, evidence: [{ owner: null }] },
    'not shown',
    /nobody is named/,
    '2026-11-20',
  ],
  [
    'usage proof',
    'a run with a cost',
    { config: contract('owner: me'), files, evidence: [{ owner: null, reportedUsd: 0.8 }] },
    'pass',
    /it reported \$0\.80; me owns/,
    '2026-11-20',
  ],
  [
    'usage proof',
    'a simulated run',
    { config: contract(), files, evidence: [{ simulated: true }] },
    'not shown',
    /simulated, which proves nothing/,
    null,
  ],
  [
    'usage proof',
    'an old run',
    { config: contract(), files, evidence: [{ day: '2026-09-01' }] },
    'fail',
    /81 days old; 30 are allowed/,
    '2026-09-01',
  ],
  [
    'usage proof',
    'a run that failed since',
    { config: contract(), files, evidence: [{ day: '2026-11-01' }, { passed: false }] },
    'fail',
    /last smoke test failed/,
    '2026-11-20',
  ],
];

describe('the checklist', () => {
  it('fails where a fallback in the settings of a gateway is broken, however far from the route', () => {
    const text = `${LITELLM}litellm_settings:\n  fallbacks: [{ hero: [draft] }]\n`;
    const start = text.indexOf('draft');
    const at = { file: 'litellm.yaml', start, end: start + 'draft'.length };
    const given = { config: contract('fallbacks: { approved: [] }'), files: { 'litellm.yaml': text } };
    const found = answer('fallback rule', given, [
      { ...at, rule: 'fallback-unapproved', message: 'It is not approved.' },
    ]);
    assert.deepEqual([found.verdict, found.evidence], ['fail', 'It is not approved.']);
    const other = answer('fallback rule', given, [{ ...at, rule: 'retry-policy', message: 'It retries.' }]);
    assert.equal(other.verdict, 'pass');
  });

  for (const [question, what, given, verdict, evidence, date, findings] of CASES) {
    it(`${question}: ${what} is ${verdict}`, () => {
      const found = answer(question, given, findings);
      assert.deepEqual({ verdict: found.verdict, date: found.date }, { verdict, date }, found.evidence);
      assert.match(found.evidence, evidence);
      const named = /\((\S+\.json)\)\.$/.exec(found.evidence)?.[1] ?? null;
      assert.equal(found.file, named, 'it leads to the evidence that it names');
    });
  }

  it('asks about every route, with a contract or without, and about each of several', () => {
    const two = { 'a.yaml': LITELLM, 'b.yaml': LITELLM.replace('hero', 'other') };
    const { routes } = checklistOf(
      contextOf({ config: contract('match: { file: "*.yaml" }', 'owner: me'), files: two }),
      [],
    );
    assert.deepEqual(
      routes.map(({ name, place, owner }) => [name, place?.file, owner]),
      [
        ['hero', 'a.yaml', 'me'],
        ['hero', 'b.yaml', 'me'],
      ],
    );
    const loose = checklistOf(contextOf({ config: '', files: two }), []).routes;
    assert.deepEqual(
      loose.map(({ name, owner }) => [name, owner]),
      [
        ['hero', null],
        ['other', null],
      ],
    );
    for (const route of loose)
      assert.deepEqual(
        route.answers.map(({ question }) => question),
        QUESTIONS,
      );
  });

  it('prints text, Markdown and JSON that say the same', () => {
    const given = { config: contract('owner: me', 'environment: production'), files };
    const checklist = checklistOf(contextOf(given), []);
    const placeIn = () => ({ line: 4, column: 14 });
    const text = CHECKLIST_FORMATS.text(checklist, placeIn);
    assert.match(
      text,
      /^hero · veo-3\.1-generate-001 on vertex-ai · production · litellm\.yaml:4\n {2}pass {7}model ID {8}veo/,
    );
    assert.match(text, /\n1 route, as of 2026-11-21: 2 pass, 0 fail, 5 not shown\.\n$/);
    const markdown = CHECKLIST_FORMATS.markdown(checklist, placeIn);
    assert.equal(markdown.split('\n').filter((line) => /^\| (?!Question)/.test(line)).length, 7);
    const json: { routes: { file: string; line: number; answers: object[] }[]; summary: object } = JSON.parse(
      CHECKLIST_FORMATS.json(checklist, placeIn),
    );
    assert.deepEqual(json.summary, { pass: 2, fail: 0, 'not shown': 5 });
    assert.deepEqual(
      [json.routes[0]?.file, json.routes[0]?.line, json.routes[0]?.answers.length],
      ['litellm.yaml', 4, 7],
    );
  });

  it('lets no text from outside break a table', () => {
    const config = contract('model: "a|b<img src=x>"', 'surface: vertex-ai');
    const markdown = CHECKLIST_FORMATS.markdown(checklistOf(contextOf({ config }), []), () => undefined);
    assert.ok(!/[^\\]\|b|[^\\]<img/.test(markdown), markdown);
  });
});
