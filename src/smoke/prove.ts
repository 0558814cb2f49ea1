// From a plan to evidence on disk: what the command line and the editor both call.
import { join } from 'node:path';
import { prepareRecords } from '../workspace/records.ts';
import { controlledFailurePlan, provedBy, refusalId } from './controlledFailure.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { SmokeFolders } from './folders.ts';
import { type BrokenJournal, type Journal, openJournal, readJournal, readJournals } from './journal.ts';
import { type EvidenceFiles, hasEvidence, writeEvidence } from './keptEvidence.ts';
import { whyLocked } from './lock.ts';
import { BrokenJournalError, isEnded, type Plan, type Run } from './run.ts';
import { RunError, writeProblem } from './runErrors.ts';
import { isResumable, resumeSmoke, runSmoke } from './runner.ts';
import type { SmokeWorld } from './session.ts';

export interface Proof {
  readonly evidence: Evidence;
  /** Absolute paths. */
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
  return withRefusal(await start(plan, options), options);
}

/**
 * Goes on with a run of an earlier process, or writes the evidence that it could not write any more. The controlled
 * failure belongs to it: one that was begun is ended, one that is wanted and was never begun is run.
 */
export async function proveResumed(run: Run, options: ProveOptions): Promise<readonly Proof[]> {
  const ended = await goOn(run, options);
  if (run.plan.kind === 'smoke') return withRefusal(ended, options);
  const proved = await earlierRun(provedBy(run.plan.id), options);
  const first =
    proved === null || proved === 'unreadable' || !isEnded(proved)
      ? []
      : [await keep(proved, ended, options)];
  return [...first, await keep(ended, null, options)];
}

/** The proof of an ended run with its controlled failure, and that one's own. */
async function withRefusal(run: Run, options: ProveOptions): Promise<readonly Proof[]> {
  const refusal = await refusalOf(run, options);
  const second = refusal === null ? [] : [await keep(refusal, null, options)];
  return [await keep(run, refusal, options), ...second];
}

async function refusalOf(run: Run, options: ProveOptions): Promise<Run | null> {
  const begun = await earlierRun(refusalId(run.plan.id), options);
  // A journal that cannot be read is not written to either; the proof says that no controlled failure was shown.
  if (begun === 'unreadable') return null;
  if (begun !== null) return isEnded(begun) ? begun : goOn(begun, options);
  const wanted = options.controlledFailure && run.state === 'passed' && !options.signal.aborted;
  return wanted ? start(controlledFailurePlan(options.world.catalog, run.plan), options) : null;
}

function start(plan: Plan, options: ProveOptions): Promise<Run> {
  return inJournal(plan.id, options, async (journal, world) => {
    // Read under the lock: another process may have begun it meanwhile.
    const begun = await readJournal(options.folders.journal, plan.id);
    if (begun !== null) return resumeSmoke(begun, world, journal, options.signal);
    return runSmoke(plan, world, journal, options.signal);
  });
}

function goOn(run: Run, options: ProveOptions): Promise<Run> {
  const { id } = run.plan;
  return inJournal(id, options, async (journal, world) => {
    // Read again under the lock: another process may have gone on with it meanwhile.
    const latest = (await readJournal(options.folders.journal, id)) ?? run;
    return resumeSmoke(latest, world, journal, options.signal);
  });
}

/** What another run's journal tells; null where there is none. Whatever it is, it takes no proof away. */
async function earlierRun(id: string, { folders }: ProveOptions): Promise<Run | 'unreadable' | null> {
  try {
    return await readJournal(folders.journal, id);
  } catch (error) {
    if (error instanceof BrokenJournalError) return 'unreadable';
    throw error;
  }
}

export interface OpenRuns {
  /** To be polled on, or ended without their evidence written. */
  readonly open: readonly Run[];
  /** Runs that another process has, or may have, and the sentence that says so. */
  readonly busy: readonly { readonly id: string; readonly why: string }[];
  /** Journals that cannot be read. */
  readonly broken: readonly BrokenJournal[];
}

/** The runs of a workspace that are not over. */
export async function openRuns(folders: SmokeFolders): Promise<OpenRuns> {
  const { runs, broken } = await readJournals(folders.journal);
  const proved = await Promise.all(runs.map(({ plan }) => hasEvidence(folders.files, plan.id)));
  const unfinished = runs.filter((run, index) => isResumable(run) || !proved[index]);
  const ids = new Set(unfinished.map(({ plan }) => plan.id));
  // A controlled failure goes on together with the run that it belongs to.
  const alone = unfinished.filter(({ plan }) => plan.kind === 'smoke' || !ids.has(provedBy(plan.id)));
  const locked = await Promise.all(alone.map(({ plan }) => whyLocked(folders.journal, plan.id)));
  return {
    open: alone.filter((_, index) => locked[index] === null),
    busy: alone.flatMap(({ plan }, index) => {
      const why = locked[index] ?? null;
      return why === null ? [] : [{ id: plan.id, why }];
    }),
    broken,
  };
}

async function inJournal(
  id: string,
  { folders, world }: ProveOptions,
  work: (journal: Journal, world: SmokeWorld) => Promise<Run>,
): Promise<Run> {
  const journal = await prepareRecords(folders.files, 'journal')
    .then(() => openJournal(folders.journal, id, world.redact))
    .catch((error: unknown) => {
      throw unwritable(error, `Runs cannot be recorded in ${folders.journal}`, 'Nothing was sent.');
    });
  const otherRuns = async () =>
    (await readJournals(folders.journal)).runs.filter(({ plan }) => plan.id !== id);
  return work(journal, { otherRuns, ...world }).finally(() => journal.close());
}

async function keep(
  run: Run,
  controlled: Run | null,
  { world, folders, version }: ProveOptions,
): Promise<Proof> {
  const evidence = evidenceOf(run, { version, catalog: world.catalog, redact: world.redact, controlled });
  const { json, markdown } = await writeEvidence(folders.files, evidence).catch((error: unknown) => {
    const job = run.handle === null ? '' : ` (job ${run.handle})`;
    const what = `The evidence of ${run.plan.id}${job}, which ended as ${run.state}, could not be written`;
    throw unwritable(error, what, 'Its journal has it: go on with --resume.');
  });
  const { workspace } = folders;
  return { evidence, files: { json: join(workspace, json), markdown: join(workspace, markdown) } };
}

/** An error of the file system in words; any other stays as it is. */
function unwritable(error: unknown, what: string, next: string): unknown {
  const problem = error instanceof RunError ? null : writeProblem(error);
  return problem === null ? error : new RunError(`${what}: ${problem}. ${next}`);
}
