// Which version of a package a lockfile has installed: npm, pnpm, Yarn and Bun.

/** A dependency as its manifest names it. */
export interface Dependency {
  readonly name: string;
  readonly range: string;
  /** The manifest's folder, as the lockfile's folder sees it; empty where they are the same. */
  readonly folder: string;
}

type ReadLock = (text: string, dependency: Dependency) => string | undefined;

/** By file name, in the order in which they are asked. */
export const LOCKFILES: Readonly<Record<string, ReadLock>> = {
  'package-lock.json': (text, { name, folder }) => {
    const packages = recordOf(recordOf(jsonOf(text)).packages);
    const own = folder === '' ? undefined : packages[`${folder}/node_modules/${name}`];
    return wordOf(recordOf(own ?? packages[`node_modules/${name}`]).version);
  },
  'pnpm-lock.yaml': (text, { name, range }) => pnpmVersion(text, name, range),
  'yarn.lock': (text, { name, range }) => yarnVersion(text, name, range),
  'bun.lock': (text, { name }) => {
    const entry = new RegExp(`^[ \\t]*"${escaped(name)}": \\["${escaped(name)}@([^"]+)"`, 'm').exec(text);
    return entry?.[1];
  },
};

/** Each workspace of a pnpm lockfile states its ranges, each with its version; peers stand behind it in brackets. */
function pnpmVersion(text: string, name: string, range: string): string | undefined {
  const key = new RegExp(
    `^ +'?${escaped(name)}'?:\\r?\\n +specifier: ([^\\r\\n]+)\\r?\\n +version: ([^\\s(]+)`,
    'gm',
  );
  for (const [, specifier, version] of text.matchAll(key))
    if (specifier?.replaceAll(/^['"]|['"]$/g, '') === range) return version;
  return undefined;
}

/** An entry of a Yarn lockfile begins with all ranges that it stands for. */
function yarnVersion(text: string, name: string, range: string): string | undefined {
  const lines = text.split('\n');
  const keys = [`${name}@${range}`, `${name}@npm:${range}`];
  const head = lines.findIndex(
    (line) =>
      /^\S/.test(line) &&
      line
        .trim()
        .replace(/:$/, '')
        .split(',')
        .some((key) => keys.includes(key.replaceAll('"', '').trim())),
  );
  const version = /^\s+version:? "?([^"\s]+)/.exec(head < 0 ? '' : (lines[head + 1] ?? ''));
  return version?.[1];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** An absent or broken file says nothing; then the rules stay silent. */
export function jsonOf(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is no record is an empty one. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
