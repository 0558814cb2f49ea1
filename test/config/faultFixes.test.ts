// The fixes of a configuration's faults: they do what the fault says, and nothing else.
import assert from 'node:assert/strict';
import { applyEdits } from '../../src/audit/edits.ts';
import { faultFixes } from '../../src/config/faultFixes.ts';

const fixed = (text: string): readonly string[] =>
  faultFixes(text).map(({ fix }) => applyEdits(text, fix.edits));

describe('a fault in veo-audit.yaml', () => {
  const cases: readonly (readonly [before: string, ...after: readonly string[]])[] = [
    ['rulez: {}\n', 'rules: {}\n'],
    ['# top\nrules:\n  preview-modl: off # why\n', '# top\nrules:\n  preview-model: off # why\n'],
    ['rules:\n  preview-model: warn\n', 'rules:\n  preview-model: warning\n'],
    ['routes:\n  a:\n    env: production\n', 'routes:\n  a:\n    environment: production\n'],
    [
      'routes:\n  a: { environment: prod, budget: { usdPerRequest: 1 } }\n',
      'routes:\n  a: { environment: production, budget: { usdPerRequest: 1 } }\n',
      'routes:\n  a: { environment: prod, budgets: { usdPerRequest: 1 } }\n',
    ],
    ['ignore: tests/\n', 'ignore: [tests/]\n'],
    ['routes:\n  a: { surface: vertex }\n', 'routes:\n  a: { surface: vertex-ai }\n'],
    ['routes:\n  a:\n    surface: Vertex_AI # ours\n', 'routes:\n  a:\n    surface: vertex-ai # ours\n'],
    ['routes:\n  a: { surface: gemini }\n', 'routes:\n  a: { surface: gemini-api }\n'],
    ['routes:\n  a: { surface: gemini-apis }\n', 'routes:\n  a: { surface: gemini-api }\n'],
    ['routes:\n  a: { surface: our-own-gateway }\n'],
    [
      'gateways:\n  a: { kind: litellm, surface: vertex }\n',
      'gateways:\n  a: { kind: litellm, surface: vertex-ai }\n',
    ],
    ['nothingLikeIt: 1\n'],
    ['rules: [\n'],
    ['rules: {}\n'],
  ];
  for (const [before, ...after] of cases)
    it(`${after.length === 0 ? 'has no fix' : 'is fixed'}: ${JSON.stringify(before)}`, () => {
      assert.deepEqual([...fixed(before)].sort(), [...after].sort());
    });
});
