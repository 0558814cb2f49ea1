// What .gitignore and .ignore files of the disk leave out of a folder, with git's precedence: the nearest file has the last
// word. `walkFiles.ts` asks the same of any files; here nothing is awaited, since the walk of the disk has to be fast.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { withSlash } from './files.ts';
import { type IgnoreRules, inOrder, matchersOf, nested, RULE_FILES } from './ignoreMatching.ts';
import { readRegularTextIfAny } from './readRegularFile.ts';

/**
 * The rules inside a folder, given those of the folder above and the names of the files in it. `folder` is absolute
 * with a slash at the end.
 */
export function rulesInside(
  outer: IgnoreRules,
  folder: string,
  names: ReadonlySet<string>,
  isRepository: boolean,
): IgnoreRules {
  const own = RULE_FILES.filter((kind) => names.has(kind)).flatMap((kind) =>
    matchersOf(kind, folder, readRegularTextIfAny(folder + kind, 'ignoreRules')),
  );
  return nested(own, outer, isRepository);
}

/**
 * The rules that folders above a named folder or file lay on what is inside it: those up to the root of its repository
 * or, outside of any, up to `workingFolder`. Patterns that leave out the named folder itself do not count, since
 * naming it asks for it. `folder` is absolute with a slash at the end.
 */
export function rulesAround(folder: string, workingFolder: string): IgnoreRules {
  const matchers = foldersAround(folder, workingFolder).flatMap((above) =>
    RULE_FILES.flatMap((kind) =>
      matchersOf(kind, above, readRegularTextIfAny(above + kind, 'ignoreRules'), folder.slice(above.length)),
    ),
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
