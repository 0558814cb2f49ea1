// From a plan to evidence on disk: what the command line and the editor both call.
import type { Catalog } from '../catalog/catalog.ts';
import { controlledFailurePlan } from './controlledFailure.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { SmokeFolders } from './folders.ts';
import { type Journal, openJournal, readJournal, readJournals } from './journal.ts';
import { isRunBusy } from './lock.ts';
import type { Plan, Run } from './run.ts';
import { isResumable, resumeSmoke, runSmoke } from './runner.ts';
import type { SmokeWorld } from './session.ts';
import { type EvidenceFiles, hasEvidence, writeEvidence } from './writeEvidence.ts';

export interface Proof {
  readonly evidence: Evidence;
  readonly files: EvidenceFiles;
}

export interface ProveOptions {
  readonly world: SmokeWorld;
  readonly folders: SmokeFolders;
  /** The version of this program, for the evidence. */
  readonly version: string;
  /** Whether to also send one request that must be refused, after a pass. */
  readonly controlledFailure: boolean;
  readonly signal: AbortSignal;
}

/** Runs a plan and, if asked and it passed, its controlled failure: a dead or broken route is asked for nothing more. */
export async function prove(plan: Plan, options: ProveOptions): Promise<readonly Proof[]> {
  const { world, signal } = options;
  const perform = (one: Plan) =>
    inJournal(one.id, options, (journal) => runSmoke(one, world, journal, signal));
  const run = await perform(plan);
  const refusalPlan = refusalOf(run, world.catalog, options.controlledFailure);
  const refusal = refusalPlan === null ? null : await perform(refusalPlan);
  const second = refusal === null ? [] : [await keep(refusal, null, options)];
  return [await keep(run, refusal, options), ...second];
}

/** Goes on with a run of an earlier process, or writes the evidence that it could not write any more. */
export async function proveResumed(run: Run, options: ProveOptions): Promise<Proof> {
  const { journal: folder } = options.folders;
  const { id } = run.plan;
  const { runs } = await readJournals(folder);
  const refusal = runs.find(({ plan }) => plan.id === `${id}-refusal`) ?? null;
  const ended = await inJournal(id, options, async (journal) => {
    // Read again under the lock: another process may have gone on with it meanwhile.
    const latest = (await readJournal(folder, id)) ?? run;
    return resumeSmoke(latest, options.world, journal, options.signal);
  });
  return keep(ended, refusal, options);
}

export interface OpenRuns {
  /** To be polled on, or ended without their evidence written. */
  readonly open: readonly Run[];
  /** IDs of runs that another process is at. */
  readonly busy: readonly string[];
  /** IDs of runs whose journal cannot be read. */
  readonly broken: readonly string[];
}

/** The runs of a workspace that are not over. */
export async function openRuns(folders: SmokeFolders): Promise<OpenRuns> {
  const { runs, broken } = await readJournals(folders.journal);
  const unfinished = runs.filter((run) => isResumable(run) || !hasEvidence(folders.evidence, run.plan.id));
  const taken = await Promise.all(unfinished.map(({ plan }) => isRunBusy(folders.journal, plan.id)));
  return {
    open: unfinished.filter((_, index) => taken[index] !== true),
    busy: unfinished.filter((_, index) => taken[index] === true).map(({ plan }) => plan.id),
    broken,
  };
}

function refusalOf(run: Run, catalog: Catalog, wanted: boolean): Plan | null {
  return wanted && run.state === 'passed' ? controlledFailurePlan(catalog, run.plan) : null;
}

async function inJournal(
  id: string,
  { folders, world }: ProveOptions,
  work: (journal: Journal) => Promise<Run>,
): Promise<Run> {
  const journal = await openJournal(folders.journal, id, world.redact);
  return work(journal).finally(() => journal.close());
}

async function keep(
  run: Run,
  controlled: Run | null,
  { world, folders, version }: ProveOptions,
): Promise<Proof> {
  const evidence = evidenceOf(run, { version, catalog: world.catalog, redact: world.redact, controlled });
  return { evidence, files: await writeEvidence(folders.evidence, evidence) };
}
