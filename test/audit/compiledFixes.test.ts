// Programs that hold a dead ID in a value and in types, tables and checks: they compile before the fixes and after.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applicableFixes, applyEdits } from '../../src/audit/edits.ts';
import { auditOf } from '../fuzz/engine.ts';

const OLD = 'veo-3.0-generate-001';
const NEW = 'veo-3.1-generate-001';
const CLIENT = `interface Asked { readonly model: string; readonly prompt: string }
class GoogleGenAI {
  readonly models = { generateVideos: async (asked: Asked) => asked.prompt };
  constructor(readonly options: { vertexai: boolean; project: string; location: string }) {}
}
const ai = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });
`;
const SENDS = 'export const film = (prompt: string) => ai.models.generateVideos({ model, prompt });\n';

/** Each as a program, and whether its value changes. */
const PROGRAMS: readonly [what: string, text: string, changes: boolean][] = [
  ['a constant', `const model = '${OLD}';\n`, true],
  ['an alias of a type', `type Model = '${OLD}' | 'other';\n\nconst model: Model = '${OLD}';\n`, false],
  ['a type that knows both', `type Model = '${OLD}' | '${NEW}';\n\nconst model: Model = '${OLD}';\n`, true],
  [
    'an interface',
    `interface Options { model: '${OLD}' }\n\nconst { model }: Options = { model: '${OLD}' };\n`,
    false,
  ],
  ['an annotation', `const model: '${OLD}' = '${OLD}';\n`, false],
  ['an assertion', `const model = '${OLD}' as '${OLD}' | 'other';\n`, false],
  [
    'a type argument',
    `const only = <T extends string>(one: T) => one;\n\nconst model = only<'${OLD}'>('${OLD}');\n`,
    false,
  ],
  [
    'the keys of a table',
    `const PRICES = { '${OLD}': 0.4, other: 1 };\n\nconst model: keyof typeof PRICES = '${OLD}';\n`,
    false,
  ],
  [
    'a choice that is exhausted',
    `const pick = (one: '${OLD}' | 'other') => (one === '${OLD}' ? 1 : 2);\n\nconst model = '${OLD}';\nexport const times = pick(model);\n`,
    false,
  ],
];

describe('programs with fixes', () => {
  it('compile as they did before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'veo-compiled-'));
    try {
      for (const [index, [what, text, changes]] of PROGRAMS.entries()) {
        const before = `${CLIENT}\n${text}\n${SENDS}`;
        const found = await auditOf(`src/${index}.ts`, before);
        const after = applyEdits(
          before,
          applicableFixes(found).flatMap(({ fix }) => fix?.edits ?? []),
        );
        assert.equal(after !== before, changes, what);
        for (const [when, program] of Object.entries({ before, after })) {
          const file = join(folder, when, `${index}.ts`);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, program);
        }
      }
      const tsconfig = {
        compilerOptions: { strict: true, noEmit: true, target: 'es2022', module: 'esnext', types: [] },
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
      const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
      const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }).timeout(60_000);
});
