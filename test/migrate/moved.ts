// A text moved on one way, and what the tests of both ways ask of the result.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { applyEdits } from '../../src/audit/edits.ts';
import { planMigration } from '../../src/migrate/plan.ts';
import type { MigrationPlan, MigrationTarget } from '../../src/migrate/types.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';
import { audited, CATALOG, TODAY } from './audited.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

type Goal = 'omni' | 'vertex';

export async function targetsOf(
  path: string,
  text: string,
  goal: Goal = 'omni',
): Promise<readonly MigrationTarget[]> {
  const plan = await planned(path, text, goal);
  return plan.requests.flatMap(({ targets }) => targets);
}

async function planned(path: string, text: string, goal: Goal): Promise<MigrationPlan> {
  const question = { catalog: CATALOG, asOf: TODAY, goal, grammars: nodeGrammars } as const;
  return planMigration([await audited(path, text)], question);
}

/** The text with every edit of its plan made. */
export async function moved(path: string, text: string, goal: Goal = 'omni'): Promise<string> {
  const { requests, closing } = await planned(path, text, goal);
  const own = requests.flatMap(({ targets }) => targets.flatMap((target) => target.edits ?? []));
  const edits = [...own, ...(closing.get(path) ?? [])];
  // Requests that move together have edits in common.
  const unlike = new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.newText}`, edit]));
  return applyEdits(text, [...unlike.values()]);
}

export async function rulesOf(path: string, text: string): Promise<readonly string[]> {
  const { findings } = await audited(path, text);
  return findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
}

/** What a result has to make, by its first line: seconds, width, height. */
export function promised(text: string): readonly number[] {
  const said = /^(?:\/\/|#) makes (\d+) s of (\d+)x(\d+)$/m.exec(text.slice(0, text.indexOf('\n')).trimEnd());
  assert.ok(said, text.slice(0, 80));
  return said.slice(1).map(Number);
}

/** Compiles files against the types of the SDK. */
export async function compiled(files: readonly string[]): Promise<void> {
  const options =
    '--noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --types node';
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '--ignoreConfig', ...options.split(' '), ...files]);
}
