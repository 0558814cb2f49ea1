// What each of many reports is called.
import { UsageError } from './context.ts';

export interface NamedReport {
  readonly name: string;
  readonly file: string;
}

/**
 * Each report with its name: the one before `=`, else its path without the folders and the ending that all share. A
 * name that is empty or given twice is refused. @throws UsageError
 */
export function reportNames(given: readonly string[]): readonly NamedReport[] {
  const named = given.map((text) => {
    const [, name, file] = /^([^=/\\]+)=(.+)$/s.exec(text) ?? [];
    return { name: name ?? null, file: file ?? text };
  });
  const short = shortened(named.filter(({ name }) => name === null).map(({ file }) => file));
  const reports = named.map(({ name, file }) => ({ name: name ?? short.get(file) ?? file, file }));
  const seen = new Set<string>();
  for (const { name } of reports) {
    if (seen.has(name)) throw new UsageError(`Two reports are called "${name}"; call one NAME=REPORT.`);
    seen.add(name);
  }
  return reports;
}

/** Paths without the folders and the endings that all of them share. */
function shortened(files: readonly string[]): ReadonlyMap<string, string> {
  const paths = files.map((file) => file.replace(/\.json$/i, '').split(/[/\\]/));
  const [first = []] = paths;
  if (paths.length < 2) return new Map(files.map((file) => [file, first.at(-1) ?? file]));
  const least = Math.min(...paths.map((path) => path.length));
  const shared = (at: (path: readonly string[], index: number) => string | undefined): number => {
    let count = 0;
    while (count < least - 1 && paths.every((path) => at(path, count) === at(first, count))) count++;
    return count;
  };
  const head = shared((path, index) => path[index]);
  const tail = Math.min(
    shared((path, index) => path[path.length - 1 - index]),
    least - 1 - head,
  );
  return new Map(
    files.map((file, index) => {
      const path = paths[index] ?? [];
      return [file, path.slice(head, path.length - Math.max(0, tail)).join('/')];
    }),
  );
}
