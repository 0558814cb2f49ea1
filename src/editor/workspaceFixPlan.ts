// What "Fix All in Workspace" is about to do, file by file, and the sentence that says what it did and what it left.
import { applicableFixes } from '../audit/edits.ts';
import type { DocumentAudit, Finding, Fix } from '../audit/types.ts';
import { t } from '../words/words.ts';
import { filesInWords, findingsInWords } from './countWords.ts';

/** The fixes of one file that can be made together. */
export interface FileFixes<R> {
  readonly resource: R;
  readonly fixes: readonly Fix[];
}

/** Why a finding stays. */
export type WhyLeft =
  | 'suppressed'
  | 'overlapping'
  | 'choice'
  | 'no-fix'
  | 'not-ticked'
  | 'changed'
  | 'refused';

/** Findings that stay, by the reason. */
export type Left = ReadonlyMap<WhyLeft, number>;

export interface WorkspaceFixes<R> {
  readonly files: readonly FileFixes<R>[];
  readonly left: Left;
}

/** Every fix of a rule (of all rules without one), and why the other findings have none that can be made unseen. */
export function workspaceFixes<R extends { readonly audit: DocumentAudit }>(
  resources: readonly R[],
  rule: string | undefined,
): WorkspaceFixes<R> {
  const left = new Map<WhyLeft, number>();
  const files = resources.flatMap((resource) => {
    const asked = resource.audit.findings.filter(
      (finding) => !finding.oncePerRun && (rule === undefined || finding.rule === rule),
    );
    const applicable = applicableFixes({ ...resource.audit, findings: asked });
    for (const finding of asked) {
      if (applicable.includes(finding)) continue;
      const why = whyLeft(finding);
      left.set(why, (left.get(why) ?? 0) + 1);
    }
    const fixes = applicable.flatMap(({ fix }) => fix ?? []);
    return fixes.length === 0 ? [] : [{ resource, fixes }];
  });
  return { files, left };
}

function whyLeft({ suppressed, fix, choices = [] }: Finding): WhyLeft {
  if (suppressed !== false) return 'suppressed';
  if (fix !== null) return 'overlapping';
  return choices.length > 0 ? 'choice' : 'no-fix';
}

const LEFT: Readonly<Record<WhyLeft, (count: number) => string>> = {
  suppressed: (count) => t('{0} suppressed', count),
  overlapping: (count) => t('{0} overlapping another fix', count),
  choice: (count) => t('{0} to be chosen by hand', count),
  'no-fix': (count) => t('{0} without a safe fix', count),
  'not-ticked': (count) => t('{0} in files that were not ticked', count),
  changed: (count) => t('{0} in files that have changed since they were read', count),
  refused: (count) => t('{0} that the editor refused to change', count),
};

/** The fixes of a file in a few words: each title once, with how often it applies. */
export function titlesOf(fixes: readonly Fix[]): string {
  const counts = new Map<string, number>();
  for (const { title } of fixes) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts]
    .map(([title, count]) => (count === 1 ? title : t('{0} ({1} times)', title, count)))
    .join('; ');
}

/** `Fixed 3 findings in 2 files. Left: 4 without a safe fix, 1 suppressed.` */
export function fixReport(done: readonly { readonly fixes: readonly Fix[] }[], left: Left): string {
  const fixed = done.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const reasons = [...left].filter(([, count]) => count > 0).map(([why, count]) => LEFT[why](count));
  const said =
    fixed === 0
      ? t('Nothing was fixed.')
      : t('Fixed {0} in {1}.', findingsInWords(fixed), filesInWords(done.length));
  return reasons.length === 0 ? said : `${said} ${t('Left: {0}.', reasons.join(', '))}`;
}
