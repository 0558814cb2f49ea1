// Other tools on the same files: they look for a string by a pattern or in a syntax tree, and know nothing of models.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, type Measure, median } from './benchmark.ts';
import { audit, type Finished, inTurn, ratioOf, run, sizesOf } from './processes.ts';
import { installedTools, ripgrep } from './tools.ts';
import { installedTree } from './tree.ts';

const ROUNDS = 3;
const PATTERN = 'veo-[0-9][a-z0-9.-]*';

/** Programs and declarations of real packages; ESLint reads the JavaScript among them only. */
const PACKAGES = ['@google/genai', '@fal-ai/client', '@ai-sdk/google', 'lodash'];

const ESLINT_CONFIG = `export default [{ ignores: ['!**/node_modules/'] }, {
  files: ['**/*.{js,mjs,cjs}'],
  linterOptions: { noInlineConfig: true },
  languageOptions: { sourceType: 'module', parserOptions: { ecmaFeatures: { globalReturn: true } } },
  rules: { 'no-restricted-syntax': ['error', { selector: 'Literal[value=/veo-/]', message: 'A model.' }] },
}];
`;

async function measure(): Promise<readonly Measure[]> {
  const tree = installedTree();
  const tools = installedTools();
  const folder = mkdtempSync(join(tmpdir(), 'veo-audit-bench-'));
  const paths = PACKAGES.map((name) => `node_modules/${name}`);
  const settings = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const secretlintrc = settings(
    'secretlintrc.json',
    JSON.stringify({
      rules: [
        {
          id: '@secretlint/secretlint-rule-pattern',
          options: { patterns: [{ name: 'veo', patterns: [`/${PATTERN}/`] }] },
        },
      ],
    }),
  );
  // ESLint reads no file outside of its configuration's folder.
  writeFileSync(join(tree, 'eslint.config.mjs'), ESLINT_CONFIG);
  const node = (script: string, args: readonly string[]): Finished =>
    run(process.execPath, [`${tools}/${script}`, ...args], { folder: tree, ends: [0, 1] });
  const others: Readonly<Record<string, () => Finished>> = {
    'ripgrep 15': () => run(ripgrep(), ['-uu', '-i', '-l', PATTERN, ...paths], { folder: tree }),
    'secretlint 11, one pattern': () =>
      node('secretlint/bin/secretlint.js', [
        '--secretlintrc',
        secretlintrc,
        '--no-glob',
        ...filesIn(tree, paths),
      ]),
    'ESLint 10, one selector': () =>
      node('eslint/bin/eslint.js', ['--config', 'eslint.config.mjs', '--format', 'json', ...paths]),
    'ast-grep 0.51, one pattern': () =>
      run(
        `${tools}/.bin/ast-grep`,
        [
          'run',
          '--no-ignore',
          'hidden',
          '--no-ignore',
          'vcs',
          '--json=compact',
          '--lang',
          'js',
          '--pattern',
          "'$ID'",
          ...paths,
        ],
        { folder: tree, ends: [0, 1] },
      ),
  };
  try {
    const { files, bytes } = sizesOf(audit(tree, paths));
    const names = Object.keys(others);
    const [audits = [], ...times] = inTurn(ROUNDS, [() => audit(tree, paths), ...Object.values(others)]);
    return [
      {
        what: `audit of ${files.toLocaleString('en')} files (${(bytes / 1e6).toFixed(0)} MB)`,
        value: `${median(audits).toFixed(2)} s`,
      },
      ...names.flatMap((name, index): Measure[] => [
        { what: name, value: `${median(times[index] ?? []).toFixed(2)} s` },
        { what: '… audit against it', value: ratioOf(audits, times[index] ?? []).toFixed(2) },
      ]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string, paths: readonly string[]): readonly string[] {
  return run(ripgrep(), ['-uu', '--files', ...paths], { folder })
    .stdout.trim()
    .split('\n');
}

export const benchmark: Benchmark = { name: 'Beside other tools', run: measure };
