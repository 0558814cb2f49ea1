// What stays the same about a finding while lines move and code is reformatted: the rule, and what it is about.
import { createHash } from 'node:crypto';
import type { LocatedFinding } from './located.ts';

/**
 * A fingerprint for each finding, in the given order: 16 hexadecimal digits of its file, rule and subject, a colon, and
 * how many findings that are alike in these come before it, plus one.
 */
export function fingerprints(located: readonly LocatedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return located.map(({ file, finding, subject }) => {
    const text = `${file}\n${finding.rule}\n${subject}`;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
}
