// Which version of a package a lockfile has installed: npm, pnpm, Yarn and Bun.

/** A dependency as its manifest names it. */
export interface Dependency {
  readonly name: string;
  readonly range: string;
  /** The manifest's folder, as the lockfile's folder sees it; empty where they are the same. */
  readonly folder: string;
}

type ReadLock = (text: string, dependency: Dependency) => string | undefined;

const BUN_PACKAGE = /^[ \t]*"([^"\s]+)": \["([^"\s]+)@([^"\s@]+)"/gm;

/** By file name, in the order in which they are asked. */
export const LOCKFILES: Readonly<Record<string, ReadLock>> = {
  'package-lock.json': (text, { name, folder }) => {
    const packages = recordOf(recordOf(jsonOf(text)).packages);
    const own = folder === '' ? undefined : packages[`${folder}/node_modules/${name}`];
    return wordOf(recordOf(own ?? packages[`node_modules/${name}`]).version);
  },
  'pnpm-lock.yaml': (text, { name, range }) => pnpmVersion(text, name, range),
  'yarn.lock': (text, { name, range }) => yarnVersion(text, name, range),
  'bun.lock': (text, { name }) =>
    [...text.matchAll(BUN_PACKAGE)].find(([, key, own]) => key === name && own === name)?.[3],
};

/** Each workspace of a pnpm lockfile states its ranges, each with its version; peers stand behind it in brackets. */
function pnpmVersion(text: string, name: string, range: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim().replaceAll(/['"]/g, ''));
  const at = lines.findIndex(
    (line, index) => line === `${name}:` && lines[index + 1] === `specifier: ${range}`,
  );
  const [, version] = (at < 0 ? '' : (lines[at + 2] ?? '')).split('version: ');
  return version?.split('(')[0];
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
