// What `veo-audit smoke` says at its end.
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { everyText } from '../outlets/everyText.ts';
import { plainLine, plainText } from '../outlets/plain.ts';
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
  const { state, simulated, kind, route, outcome } = evidence;
  const what = kind === 'smoke' ? route.name : `${route.name} (controlled failure)`;
  const next = outcome.next === null ? '' : ` ${outcome.next}`;
  const head = `${state}${simulated ? ' [simulated]' : ''}: ${what}: ${outcome.message}${next}`;
  return `${[head, ...decisionLine(evidence), ...keptLine(evidence), `  Evidence: ${relative(workingFolder, files.json)}`].join('\n')}\n`;
}

/** A video that was made and is not here yet is not kept for ever. */
function keptLine({ videos, operation, deletedAfter }: Evidence): readonly string[] {
  if (operation === null || videos.length > 0 || deletedAfter === null) return [];
  return [`  The surface keeps the video until ${deletedAfter}: go on with --resume before.`];
}

function decisionLine({ kind, decision }: Evidence): readonly string[] {
  return kind === 'smoke' ? [`  Decision: ${decision.verdict}. ${decision.reasons.join(' ')}`] : [];
}
