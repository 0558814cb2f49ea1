// What .gitignore and .ignore files leave out of a folder, with git's precedence: the nearest file has the last word.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type IgnoreRules,
  inOrder,
  type Matcher,
  matcherOf,
  RULE_FILES,
  type RuleFile,
} from './ignoreMatching.ts';
import { readRegularTextIfAny } from './readRegularFile.ts';

/**
 * The rules inside a folder, given those of the folder above and the names of the files in it. `folder` is absolute
 * with a slash at the end. A folder that is a repository of its own does not heed the .gitignore files around it.
 */
export function rulesInside(
  outer: IgnoreRules,
  folder: string,
  names: ReadonlySet<string>,
  isRepository: boolean,
): IgnoreRules {
  const inherited = isRepository ? outer.filter((matcher) => matcher.kind !== '.gitignore') : outer;
  const own = RULE_FILES.filter((kind) => names.has(kind)).flatMap((kind) => readMatcher(folder, kind));
  return own.length === 0 ? inherited : inOrder([...own, ...inherited]);
}

/**
 * The rules that folders above a named folder or file lay on what is inside it: those up to the root of its repository
 * or, outside of any, up to `workingFolder`. Patterns that leave out the named folder itself do not count, since
 * naming it asks for it. `folder` is absolute with a slash at the end.
 */
export function rulesAround(folder: string, workingFolder: string): IgnoreRules {
  const matchers = foldersAround(folder, workingFolder).flatMap((above) =>
    RULE_FILES.flatMap((kind) => readMatcher(above, kind, folder.slice(above.length))),
  );
  return inOrder(matchers);
}

/** Ancestors of the folder, nearest first, that belong to the same project. */
function foldersAround(folder: string, workingFolder: string): readonly string[] {
  const around: string[] = [];
  let inside = folder;
  while (!existsSync(`${inside}.git`)) {
    const above = withSlash(dirname(inside).replaceAll('\\', '/'));
    if (above === inside) return around.filter((ancestor) => ancestor.startsWith(workingFolder));
    around.push(above);
    inside = above;
  }
  return around;
}

/** Nothing where the file can not be read, as git does. `named`: a path below the folder whose own patterns are dropped. */
function readMatcher(folder: string, kind: RuleFile, named?: string): readonly Matcher[] {
  const lines = readLines(folder + kind);
  const kept = named === undefined ? lines : lines.filter((line) => !matcherOf([line]).ignores(named));
  return kept.some((line) => line.trim() !== '') ? [{ kind, base: folder, rules: matcherOf(kept) }] : [];
}

function readLines(path: string): readonly string[] {
  return (
    readRegularTextIfAny(path, 'ignoreRules')
      ?.replace(/^\uFEFF/, '')
      .split(/\r?\n/) ?? []
  );
}

/** A folder's path with exactly one slash at the end. */
export function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
