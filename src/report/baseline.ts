// A baseline: the findings that a team knows of, so that only new ones fail. Counts by file, rule and subject, so that
// moved lines and reformatting change nothing; a file that is gone lends its entries to the file that it was renamed to.

import * as z from 'zod';
import { jsonText } from '../outlets/json.ts';
import { type LocatedFinding, locatedFindings } from './located.ts';
import type { RunAudit } from './types.ts';

const SCHEMA = 'veo-route-audit/baseline/1';

const entrySchema = z.strictObject({
  file: z.string(),
  rule: z.string(),
  subject: z.string(),
  count: z.int().positive(),
});

const baselineSchema = z.strictObject({ schema: z.literal(SCHEMA), findings: z.array(entrySchema) });

export type Baseline = z.infer<typeof baselineSchema>;

/** What a run has that a baseline does not know. */
export interface Compared {
  /** The run, with the known findings suppressed. */
  readonly run: RunAudit;
  /** Findings that the baseline knows and the run has. */
  readonly known: number;
  /** Findings that the baseline knows and the run no longer has. */
  readonly gone: number;
}

/** The findings of a run as the text of a baseline; suppressed ones need no entry. */
export function baselineText(run: RunAudit): string {
  return jsonText(baselineOf(run));
}

/** The findings of a run as a baseline. */
export function baselineOf(run: RunAudit): Baseline {
  const entries = new Map<string, Baseline['findings'][number]>();
  for (const entry of counting(run).map(entryOf)) {
    const key = keyOf(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return { schema: SCHEMA, findings: [...entries.values()] };
}

/** Reads a baseline. @throws Error whose message says in a clause why the text is none */
export function parseBaseline(text: string): Baseline {
  const { success, data } = baselineSchema.safeParse(parsed(text));
  if (success) return data;
  const schema = z.object({ schema: z.string() }).safeParse(parsed(text)).data?.schema;
  if (schema?.startsWith('veo-route-audit/baseline/') && schema !== SCHEMA)
    throw new Error(`it was written by another version of veo-audit (${schema})`);
  throw new Error('it is not a baseline of veo-audit');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Suppresses the findings of a run that a baseline knows, for a reason. */
export function againstBaseline(
  run: RunAudit,
  baseline: Baseline,
  reason = 'known in the baseline',
): Compared {
  const left = new Map(baseline.findings.map((entry) => [keyOf(entry), entry.count]));
  const take = (key: string): boolean => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
  const found = counting(run);
  const known = new Set<LocatedFinding['finding']>();
  const rest = found.filter((one) => {
    const isKnown = take(keyOf(entryOf(one)));
    if (isKnown) known.add(one.finding);
    return !isKnown;
  });
  for (const { finding } of renamed(rest, baseline, run, take)) known.add(finding);
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { run: suppressing(run, known, reason), known: known.size, gone };
}

/** Of the findings that are not known by their file, those that a file which is gone has lent its entries to. */
function renamed(
  rest: readonly LocatedFinding[],
  baseline: Baseline,
  { audits }: RunAudit,
  take: (key: string) => boolean,
): readonly LocatedFinding[] {
  const present = new Set(audits.map(({ document }) => document.path));
  const gone = [...new Set(baseline.findings.map(({ file }) => file))].filter((file) => !present.has(file));
  return rest.filter((one) => gone.some((file) => take(keyOf({ ...entryOf(one), file }))));
}

function suppressing(run: RunAudit, known: ReadonlySet<LocatedFinding['finding']>, reason: string): RunAudit {
  const suppressed = { reason, until: null };
  const audits = run.audits.map((audit) => ({
    ...audit,
    findings: audit.findings.map((finding) => (known.has(finding) ? { ...finding, suppressed } : finding)),
  }));
  return { ...run, audits };
}

const counting = (run: RunAudit): readonly LocatedFinding[] =>
  locatedFindings(run).filter(({ finding }) => finding.suppressed === false);

type Entry = Pick<Baseline['findings'][number], 'file' | 'rule' | 'subject'>;

const entryOf = ({ file, finding, subject }: LocatedFinding): Entry => ({
  file,
  rule: finding.rule,
  subject,
});

const keyOf = ({ file, rule, subject }: Entry): string => JSON.stringify([file, rule, subject]);
