// The proof that a run leaves behind: one record for programs, with a decision and its reasons.

import * as z from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { stateWords } from '../catalog/lifecycle.ts';
import { endNamed } from './endWord.ts';
import { nextAfter } from './failures.ts';
import { type Redact, redactValue } from './redact.ts';
import { RUN_STATES, type Run } from './run.ts';
import { targetOf } from './target.ts';
import { REQUEST_ORIGINS } from './types.ts';

const Time = z.iso.datetime();
const Usd = z.number().min(0);

/** `veo-route-audit/smoke/1`. Times are UTC, money is US dollars. */
export const EvidenceSchema = z.strictObject({
  schema: z.literal('veo-route-audit/smoke/1'),
  /** True: no model made a video, whatever else stands here. */
  simulated: z.boolean(),
  runId: z.string(),
  kind: z.enum(['smoke', 'controlled-failure']),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  catalog: z.strictObject({ version: z.string(), checkedOn: z.string() }),
  asOf: z.string(),
  route: z.strictObject({
    name: z.string(),
    environment: z.string().nullable(),
    owner: z.string().nullable(),
    labels: z.record(z.string(), z.string()),
  }),
  model: z.string(),
  modelStatus: z.string(),
  surface: z.string(),
  endpoint: z.strictObject({
    family: z.string(),
    baseUrl: z.string(),
    project: z.string().nullable(),
    location: z.string().nullable(),
  }),
  /** `test`: a small request that proves the route; `route`: the one that the route declares. */
  requestFrom: z.enum(REQUEST_ORIGINS).default('test'),
  request: z.strictObject({
    prompt: z.string(),
    durationSeconds: z.number().nullable(),
    resolution: z.string().nullable(),
    aspectRatio: z.string().nullable(),
    sampleCount: z.number().nullable(),
    generateAudio: z.boolean().nullable(),
    storageUri: z.string().nullable().default(null),
  }),
  /** What a controlled failure does wrong on purpose. */
  fault: z.string().nullable(),
  operation: z.string().nullable(),
  /** `list`: the answer to the submit was lost, the job was found in the surface's own list. */
  operationFrom: z.enum(['answer', 'list']).default('answer'),
  state: z.enum(RUN_STATES),
  states: z.array(z.strictObject({ state: z.enum(RUN_STATES), at: Time })),
  outcome: z.strictObject({
    failure: z.string().nullable(),
    message: z.string(),
    next: z.string().nullable(),
  }),
  preflight: z.array(
    z.strictObject({ name: z.string(), verdict: z.enum(['ok', 'warning', 'refused']), message: z.string() }),
  ),
  submits: z.strictObject({ sent: z.int(), accepted: z.int().min(0).max(1) }),
  polls: z.int(),
  resumes: z.int(),
  exchanges: z.array(
    z.strictObject({
      at: Time,
      step: z.enum(['look', 'submit', 'list', 'poll', 'download']),
      status: z.int().nullable(),
      requestId: z.string().nullable(),
      milliseconds: z.int(),
      problem: z.string().nullable(),
    }),
  ),
  retries: z.array(
    z.strictObject({ at: Time, step: z.string(), failure: z.string(), waitMilliseconds: z.int() }),
  ),
  cost: z.strictObject({
    confirmedAt: Time.nullable(),
    ceilingUsd: Usd.nullable(),
    /** Of the request as asked; for a simulation what the real one would cost. */
    estimatedUsd: z.strictObject({ min: Usd, max: Usd }).nullable(),
    assumptions: z.array(z.string()),
    source: z.string().nullable(),
    priceCheckedOn: z.string().nullable(),
    /** What the surface says it cost, a credit being negative; null where it says nothing. */
    reportedUsd: z.number().nullable(),
    billableSeconds: z.number().nullable(),
  }),
  videos: z.array(
    z.strictObject({
      file: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      durationSeconds: z.number().nullable(),
      width: z.int().nullable(),
      height: z.int().nullable(),
      framesPerSecond: z.number().nullable(),
      audio: z.boolean().nullable(),
      checks: z.array(
        z.strictObject({ name: z.string(), ok: z.boolean(), expected: z.string(), found: z.string() }),
      ),
    }),
  ),
  /** When the surface deletes its copy; null where no source says. */
  deletedAfter: Time.nullable(),
  controlledFailure: z
    .strictObject({ runId: z.string(), passed: z.boolean(), fault: z.string(), message: z.string() })
    .nullable(),
  decision: z.strictObject({
    verdict: z.enum(['production', 'staging only', 'research backlog']),
    reasons: z.array(z.string()),
  }),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

export interface EvidenceContext {
  readonly version: string;
  readonly catalog: Catalog;
  readonly redact: Redact;
  /** The controlled failure of the same route, where one was run. */
  readonly controlled: Run | null;
}

const DAY_MS = 86_400_000;

/** The evidence of an ended run, checked against its schema and cleaned of secrets. */
export function evidenceOf(run: Run, context: EvidenceContext): Evidence {
  const { plan, estimate } = run;
  const { route } = plan;
  const cost = estimate?.known ? estimate.cost : null;
  const draft: Evidence = {
    schema: 'veo-route-audit/smoke/1',
    simulated: run.simulated,
    runId: plan.id,
    kind: plan.kind,
    tool: { name: 'veo-audit', version: context.version },
    catalog: plan.catalog,
    asOf: plan.asOf,
    route: {
      name: route.name,
      environment: route.environment,
      owner: route.owner,
      labels: { ...route.labels },
    },
    model: route.model,
    modelStatus: plan.modelStatus,
    surface: route.surface,
    endpoint: {
      family: route.family,
      baseUrl: route.baseUrl,
      project: route.project,
      location: route.location,
    },
    requestFrom: plan.requestFrom ?? 'test',
    request: { ...plan.request, storageUri: plan.request.storageUri ?? null },
    fault: plan.fault,
    operation: run.handle,
    operationFrom: run.handleFound ? 'list' : 'answer',
    state: run.state,
    states: run.history.map(({ state, at }) => ({ state, at: iso(at) })),
    outcome: outcomeOf(run),
    preflight: [...run.preflight],
    submits: { sent: run.submitsSent, accepted: run.handle === null ? 0 : 1 },
    polls: run.exchanges.filter(({ step }) => step === 'poll').length,
    resumes: run.resumes,
    exchanges: run.exchanges.map(({ ms, at, ...rest }) => ({
      ...rest,
      at: iso(at),
      milliseconds: Math.round(ms),
    })),
    retries: run.retries.map(({ ms, at, ...rest }) => ({ ...rest, at: iso(at), waitMilliseconds: ms })),
    cost: {
      confirmedAt: run.confirmed === null ? null : iso(run.confirmed.at),
      ceilingUsd: run.confirmed?.ceilingUsd ?? null,
      estimatedUsd: cost === null ? null : { min: cost.usdPerRequest.min, max: cost.usdPerRequest.max },
      assumptions: estimate?.known === false ? [estimate.reason] : [...(cost?.assumptions ?? [])],
      source: cost?.source ?? null,
      priceCheckedOn: cost?.checkedOn ?? null,
      reportedUsd: run.reportedUsd,
      billableSeconds: billableSeconds(run),
    },
    videos: run.videos.map((video, index) => {
      const report = run.reports[index];
      return {
        ...video,
        durationSeconds: report?.facts?.durationSeconds ?? null,
        width: report?.facts?.width ?? null,
        height: report?.facts?.height ?? null,
        framesPerSecond: report?.facts?.framesPerSecond ?? null,
        audio: report?.facts?.audio ?? null,
        checks: [...(report?.checks ?? [])],
      };
    }),
    deletedAfter: deletedAfter(run, context.catalog),
    controlledFailure: controlledOf(context.controlled),
    decision: decide(run, context.controlled),
  };
  return EvidenceSchema.parse({ ...redactValue(draft, context.redact), runId: draft.runId });
}

/** What a passed, failed or simulated run allows, and why. */
export function decide(run: Run, controlled: Run | null): Evidence['decision'] {
  if (run.simulated)
    return {
      verdict: 'research backlog',
      reasons: ['The run was simulated: it proves nothing about the real route.'],
    };
  if (run.state !== 'passed')
    return {
      verdict: 'research backlog',
      reasons: [
        endNamed(run.state, run.outcome?.failure ?? null, run.submitsSent) === 'not run'
          ? 'The smoke test was not run.'
          : 'The run did not pass.',
      ],
    };
  const doubts = [
    run.plan.modelStatus === 'active'
      ? null
      : `The catalog has the model as ${stateWords(run.plan.modelStatus)}, not as active.`,
    run.estimate?.known ? null : 'No price per second is known for this route.',
    doubtOf(controlled),
    run.handleFound ? "The answer to the submit was lost; its job was found in the surface's list." : null,
    run.plan.route.owner === null ? 'The route has no owner who answers for its cost.' : null,
    ...run.preflight.filter(({ verdict }) => verdict === 'warning').map(({ message }) => `${message}.`),
  ].filter((doubt) => doubt !== null);
  if (doubts.length > 0) return { verdict: 'staging only', reasons: [...new Set(doubts)] };
  return {
    verdict: 'production',
    reasons: ['The route made what was asked for, refuses what it must, and its price is known.'],
  };
}

/** What is open about the controlled failure; null where it was refused. */
function doubtOf(controlled: Run | null): string | null {
  if (controlled === null) return 'No controlled failure has shown that the route fails closed.';
  if (controlled.state === 'passed') return null;
  return controlled.handle === null
    ? `The controlled failure proved nothing: ${controlled.outcome?.message ?? 'it did not end.'}`
    : 'The controlled failure was not refused as it must be.';
}

function outcomeOf(run: Run): Evidence['outcome'] {
  const failure = run.outcome?.failure ?? null;
  const next = failure === null ? null : nextAfter(failure, run.simulated);
  return { failure, message: run.outcome?.message ?? 'The run has not ended.', next };
}

/** Seconds of video that were made; null while none is known. */
function billableSeconds(run: Run): number | null {
  if (run.finished === null) return run.handle === null ? 0 : null;
  const seconds = run.videos.map(
    (_, index) => run.reports[index]?.facts?.durationSeconds ?? run.plan.request.durationSeconds,
  );
  return seconds.every((length) => length !== null) ? seconds.reduce((sum, length) => sum + length, 0) : null;
}

/** When the surface deletes its copy of a finished job's videos, milliseconds since 1970; null where nobody says. */
function deletionTime(run: Run, catalog: Catalog): number | null {
  const { surface, model } = targetOf(catalog, run.plan.route.surface, run.plan.route.model);
  const days = catalog.constraint(surface, model, 'retentionDays')?.value;
  return run.finished === null || typeof days !== 'number' ? null : run.finished.at + days * DAY_MS;
}

function deletedAfter(run: Run, catalog: Catalog): string | null {
  const at = deletionTime(run, catalog);
  return at === null ? null : iso(at);
}

function controlledOf(run: Run | null): Evidence['controlledFailure'] {
  if (run === null) return null;
  return {
    runId: run.plan.id,
    passed: run.state === 'passed',
    fault: run.plan.fault ?? '',
    message: run.outcome?.message ?? '',
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
