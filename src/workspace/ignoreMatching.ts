// Which entries ignore files leave out, with git's precedence: the nearest file has the last word. Needs no disk.
import createIgnore, { type Ignore } from 'ignore';

/** In order of precedence: what an `.ignore` file says beats every `.gitignore`. */
export const RULE_FILES = ['.ignore', '.gitignore'] as const;
export type RuleFile = (typeof RULE_FILES)[number];

/** The rules of one file. `base` is the folder it lies in, with a slash at the end. */
export interface Matcher {
  readonly kind: RuleFile;
  readonly base: string;
  readonly rules: Ignore;
}

/** The rules that hold in one folder, those that are asked first standing first. */
export type IgnoreRules = readonly Matcher[];

/**
 * Whether the rules leave out the entry at `path` (absolute, forward slashes). The folders above it count as read:
 * a walk asks on the way down.
 */
export function isIgnored(rules: IgnoreRules, path: string, isFolder: boolean): boolean {
  for (const { base, rules: matcher } of rules) {
    const verdict = matcher.test(path.slice(base.length) + (isFolder ? '/' : ''));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/**
 * The rules of one file; none where it says nothing. `named`: a path below its folder that somebody has asked for, so that
 * patterns that leave out just that do not count.
 */
export function matchersOf(
  kind: RuleFile,
  base: string,
  text: string | null,
  named?: string,
): readonly Matcher[] {
  const lines = text?.replace(/^\uFEFF/, '').split(/\r?\n/) ?? [];
  const kept = named === undefined ? lines : lines.filter((line) => !matcherOf([line]).ignores(named));
  return kept.some((line) => line.trim() !== '') ? [{ kind, base, rules: matcherOf(kept) }] : [];
}

function matcherOf(lines: readonly string[]): Ignore {
  return createIgnore({ ignoreCase: false }).add(lines);
}

/**
 * The rules inside a folder, from its own and those of the folder above. One that is a repository of its own does not heed
 * the .gitignore files around it.
 */
export function nested(own: readonly Matcher[], outer: IgnoreRules, isRepository: boolean): IgnoreRules {
  const inherited = isRepository ? outer.filter((matcher) => matcher.kind !== '.gitignore') : outer;
  return own.length === 0 ? inherited : inOrder([...own, ...inherited]);
}

/** Keeps nearest first within a kind. */
export function inOrder(matchers: readonly Matcher[]): IgnoreRules {
  return RULE_FILES.flatMap((kind) => matchers.filter((matcher) => matcher.kind === kind));
}
