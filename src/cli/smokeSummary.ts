// What `veo-audit smoke` says at its end.
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { grouped } from '../catalog/grouped.ts';
import { everyText } from '../outlets/everyText.ts';
import { plainLine, plainText } from '../outlets/plain.ts';
import { endOf, verdictWords } from '../smoke/end.ts';
import { endWord } from '../smoke/endWord.ts';
import type { Evidence } from '../smoke/evidence.ts';
import { junitOf } from '../smoke/junit.ts';
import type { Proof } from '../smoke/prove.ts';
import { reasonOf } from '../workspace/skipped.ts';
import { EXIT, UsageError } from './context.ts';
import type { SmokeContext } from './smokeSettings.ts';

/** Prints what each run proved, writes the JUnit report if one is wanted, and gives the exit status. */
export function conclude(proofs: readonly Proof[], junit: string | undefined, context: SmokeContext): number {
  for (const proof of proofs) context.stdout(plainText(summaryOf(proof, context.workingFolder)));
  const evidence = proofs.map((proof) => proof.evidence);
  context.stdout(plainText(decisionsOf(evidence)));
  if (junit !== undefined) writeReport(resolve(context.workingFolder, junit), junitOf(evidence));
  return evidence.every(({ state }) => state === 'passed') ? EXIT.ok : EXIT.findings;
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`The JUnit report could not be written to ${file}: ${reasonOf(error)}.`);
  }
}

function summaryOf({ evidence: record, files }: Proof, workingFolder: string): string {
  const evidence = everyText(record, plainLine);
  const { simulated, kind, route, outcome } = evidence;
  const what = kind === 'smoke' ? route.name : `${route.name} (controlled failure)`;
  const next = outcome.next === null ? '' : ` ${outcome.next}`;
  const head = `${endWord(evidence.state, endOf(evidence))}${simulated ? ' [simulated]' : ''}: ${what}: ${outcome.message}${next}`;
  return `${[head, ...keptLine(evidence), `  Evidence: ${relative(workingFolder, files.json)}`].join('\n')}\n`;
}

/** A video that was made and is not here yet is not kept for ever. */
function keptLine({ videos, operation, deletedAfter }: Evidence): readonly string[] {
  if (operation === null || videos.length > 0 || deletedAfter === null) return [];
  return [`  The surface keeps the video until ${deletedAfter}: go on with --resume before.`];
}

/** Each decision with its reasons, once; with the routes that it is about where there are several decisions. */
function decisionsOf(records: readonly Evidence[]): string {
  const smoke = records.filter(({ kind }) => kind === 'smoke').map((record) => everyText(record, plainLine));
  const decisions = grouped(smoke, ({ decision }) => JSON.stringify(decision));
  return [...decisions.values()]
    .map((alike) => {
      const [{ decision }] = alike;
      const about = decisions.size > 1 ? ` for ${alike.map(({ route }) => route.name).join(', ')}` : '';
      return `Decision${about}: ${verdictWords(decision.verdict)}. ${decision.reasons.join(' ')}\n`;
    })
    .join('');
}
