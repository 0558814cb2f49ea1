// What stays the same about a finding while lines move: the rule and the tokens of its range.
import { createHash } from 'node:crypto';
import type { LocatedFinding } from './located.ts';

/** The rule and the text of the range without white space: what reformatting leaves alone. */
export function findingKey({ finding, slice }: Pick<LocatedFinding, 'finding' | 'slice'>): string {
  return `${finding.rule}\n${slice.replaceAll(/\s+/g, '')}`;
}

/**
 * A fingerprint for each finding, in the given order: 16 hexadecimal digits of its file and key, a colon, and how many
 * findings with the same file and key come before it, plus one.
 */
export function fingerprints(located: readonly LocatedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return located.map((one) => {
    const hash = createHash('sha256')
      .update(`${one.file}\n${findingKey(one)}`)
      .digest('hex')
      .slice(0, 16);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
}
