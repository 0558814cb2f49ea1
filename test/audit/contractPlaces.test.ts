// What the rules over contracts point at: which text in which file a finding is about.
import assert from 'node:assert/strict';
import type { ContractContext } from '../../src/audit/rule.ts';
import { budgetExceeded } from '../../src/audit/rules/budgetExceeded.ts';
import { contractMismatch } from '../../src/audit/rules/contractMismatch.ts';
import { fileReportsOf } from '../../src/audit/runRules.ts';
import { contextOf } from './contractCase.ts';

const HERO = `model_list:
  - model_name: hero
    litellm_params: {model: vertex_ai/veo-3.1-generate-001, seconds: 8, resolution: 1080p, n: 2, generate_audio: false, num_retries: 5}
  - model_name: draft
    litellm_params: {model: vertex_ai/veo-3.1-lite-generate-001}
`;

/** `FILE text: message` of each further place, by what a finding says. */
function pointsAt(config: string, changes: Partial<ContractContext> = {}) {
  const files = { 'litellm.yaml': HERO };
  const texts: Readonly<Record<string, string>> = files;
  return fileReportsOf('contracts', { ...contextOf({ config, files }), ...changes }, [
    contractMismatch,
    budgetExceeded,
  ]).map(({ finding: { message, related = [] } }) => ({
    message,
    places: related.map(
      ({ file, start, end, message: why }) => `${file} ${texts[file]?.slice(start, end)}: ${why}`,
    ),
  }));
}

describe('a contract that is not what runs', () => {
  const cases: readonly (readonly [contract: string, text: string])[] = [
    ['model: veo-2.0-generate-001', 'veo-3.1-generate-001'],
    ['request: { seconds: 4 }', '8'],
    ['request: { resolution: 720p }', '1080p'],
    ['request: { audio: true }', 'false'],
    ['retry: { attempts: 2 }', '5'],
  ];
  for (const [contract, text] of cases)
    it(`points at ${text} for ${contract}`, () => {
      assert.deepEqual(
        pointsAt(`routes:\n  hero:\n    ${contract}\n`).map(({ places }) => places),
        [[`litellm.yaml ${text}: this is what runs`]],
      );
    });

  it('says nothing of what is the same on both sides', () => {
    const request = 'request: { seconds: 8, resolution: 1080p, audio: false }';
    assert.deepEqual(pointsAt(`routes:\n  hero:\n    ${request}\n    retry: { attempts: 5 }\n`), []);
  });
});

describe('a budget that is exceeded', () => {
  it('is said of each request', () => {
    const config =
      'routes:\n  hero: { match: { model: veo-3.1-generate-001 }, budgets: { usdPerRequest: 1 } }\n';
    const files = { 'litellm.yaml': HERO, 'other/litellm.yaml': HERO };
    assert.deepEqual(
      fileReportsOf('contracts', contextOf({ config, files }), [budgetExceeded]).map(
        ({ finding: { message, related = [] } }) => [
          / in (\S+) /.exec(message)?.[1],
          related.map(({ file }) => file),
        ],
      ),
      [
        ['litellm.yaml', ['litellm.yaml']],
        ['other/litellm.yaml', ['other/litellm.yaml']],
      ],
    );
  });

  it('points at the request, and says what was assumed and whose price it is', () => {
    const [{ places } = { places: [] }] = pointsAt('routes:\n  draft: { budgets: { usdPerRequest: 0.1 } }\n');
    assert.equal(places.length, 1);
    assert.match(
      places[0] ?? '',
      /^litellm\.yaml veo-3\.1-lite-generate-001: the request is made here\. Assumed: .+; .+\. Price: .+ and \d more, checked 20\d\d-\d\d-\d\d\.$/,
    );
  });
});

describe('what a contract names', () => {
  const said = (config: string, changes?: Partial<ContractContext>) =>
    pointsAt(config, changes).map(({ message }) => message);

  it('is a gateway of its file', () => {
    const contract = 'routes:\n  hero: { gateway: hause }\n';
    assert.deepEqual(said(contract), ['There is no gateway "hause" in this file (there are: none).']);
    assert.deepEqual(said(`gateways: { house: { kind: new-api }, shed: { kind: litellm } }\n${contract}`), [
      'There is no gateway "hause" in this file (there are: house, shed).',
    ]);
  });

  it('is a surface that is known, or one of a gateway of its file', () => {
    const contract = (surface: string) =>
      `gateways: { house: { kind: new-api, surface: barn } }\nroutes:\n  hero: { surface: ${surface} }\n`;
    assert.deepEqual(
      ['house', 'barn', 'vertex-ai', 'fal'].flatMap((one) => said(contract(one))),
      [],
    );
    assert.match(
      said(contract('qqqqqqqqqqqq'))[0] ?? '',
      /^There is no surface "q+" \(there are: [\w-]+, [\w-]+, /,
    );
  });

  it('may stand in a file that was not read', () => {
    const config = `routes:\n  hero: { fallbacks: { approved: [{ to: nobody }] } }\n  film: { match: { file: "src/*.ts" } }\n`;
    assert.deepEqual(said(config), [
      'hero approves a fallback to "nobody", which is neither a contract nor a route of this workspace.',
      'The contract film matches no route: none fits file "src/*.ts".',
    ]);
    assert.deepEqual(said(config, { unread: ['src/a.ts'] }), []);
    assert.deepEqual(said(config, { unread: ['lib/a.ts'] }), [
      'The contract film matches no route: none fits file "src/*.ts".',
    ]);
  });
});
