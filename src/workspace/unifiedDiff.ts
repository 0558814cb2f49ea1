// What a change would do to a file, as a unified diff that `git apply` and `patch -p1` take.
import { createTwoFilesPatch } from 'diff';

/** The unified diff from `before` to `after`; empty when they are equal. `path` with forward slashes. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
  });
  return patch.replace(/^=+\n/, '');
}
