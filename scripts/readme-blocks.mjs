// The parts of README.md that are written by programs: a real terminal output, the audit of real packages, the sizes.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

/** Sizes are said in halves, so that a line more or less changes no document. */
const HALF_MB = 524_288;

const root = fileURLToPath(new URL('..', import.meta.url));
/** The day of the facts: with it the output is the same on every day. */
const DAY = '2026-11-21';

const { limitsSentence } = await tsImport('../src/workspace/limits.ts', import.meta.url);

/** The blocks by their marker. Needs the bundles in dist. */
export function readmeBlocks() {
  return { terminal: terminal(), packages: packages(), sizes: sizes(), limits: `\n${limitsSentence()}\n` };
}

function terminal() {
  const args = ['audit', 'src', 'worker', 'gateway', '--as-of', DAY, '--fail-on', 'never'];
  const output = execFileSync('node', [join(root, 'dist/cli.js'), ...args], {
    cwd: join(root, 'samples/studio'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return `\n\`\`\`console\n$ cd samples/studio && veo-audit ${args.slice(0, 4).join(' ')}\n${output.trimEnd()}\n\`\`\`\n`;
}

/** Counts what the checked expectation of the packages lists. */
function packages() {
  const manifest = JSON.parse(readFileSync(join(root, 'test/packages/package.json'), 'utf8'));
  const counts = new Map();
  let name = '';
  for (const line of readFileSync(join(root, 'test/packages/expected.txt'), 'utf8').split('\n')) {
    if (/^[@\w]/.test(line))
      name = line
        .split('/')
        .slice(0, line.startsWith('@') ? 2 : 1)
        .join('/');
    const kind = /^[\s?]+\d+:\d+ \S+ (\w+)/.exec(line)?.[1];
    if (kind === undefined) continue;
    const count = counts.get(name) ?? { official: 0, alias: 0, unknown: 0 };
    counts.set(name, { ...count, [kind]: (count[kind] ?? 0) + 1 });
  }
  const rows = [...counts].map(([dependency, { official, alias, unknown }]) => {
    const version = (manifest.dependencies[dependency] ?? '').replace(/^npm:.*@/, '');
    return `| ${dependency.replace(/-2$/, '')} ${version} | ${official} | ${alias} | ${unknown} |`;
  });
  return `\n| package | Google IDs | gateways' spellings | never released |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function sizes() {
  const size = (path) => `under ${(Math.ceil(statSync(join(root, path)).size / HALF_MB) / 2).toFixed(1)} MB`;
  const grammars = readdirSync(join(root, 'dist/grammars')).reduce(
    (sum, file) => sum + statSync(join(root, 'dist/grammars', file)).size,
    0,
  );
  return ` desktop bundle ${size('dist/extension.cjs')}, web bundle ${size('dist/web/extension.cjs')}, both minified; grammars ${Math.round(grammars / 1048576)} MB, each read when a file of its language first holds an ID. `;
}

/** A page with its blocks replaced. Throws where a marker is missing. */
export function withBlocks(text, blocks, page) {
  return Object.entries(blocks).reduce((written, [name, content]) => {
    const pattern = new RegExp(`(<!-- ${name}: [^>]*-->)[\\s\\S]*?(<!-- ${name} end -->)`);
    if (!pattern.test(written)) throw new Error(`${page} has lost its markers of "${name}".`);
    return written.replace(pattern, (_whole, start, end) => `${start}${content}${end}`);
  }, text);
}
