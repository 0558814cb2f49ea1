// rate-limit: a configuration allows more than the surface does, or gives up before a video can be there.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Constraint, SurfaceId } from '../../catalog/types.ts';
import { scalarEdit } from '../../routes/config/edit.ts';
import type { Stated } from '../../routes/config/types.ts';
import type { Deployment } from '../../routes/graph.ts';
import type { FileFinding, GraphContext, Rule } from '../rule.ts';
import type { Fix, Severity } from '../types.ts';
import { inSentence } from '../wording.ts';
import { canonicalOf } from './fallbackSides.ts';
import { isRange } from './unsupportedParameterLimits.ts';

export const rateLimit: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'rate-limit',
    severity: 'warning',
    summary: 'A limit is above what the surface allows, or a timeout is shorter than the generation takes.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const deployment of context.graph.deployments) {
      const checks = [rate, concurrency, timeout];
      yield* checks.flatMap((check) => check(context, deployment) ?? []);
    }
  },
};

function rate(context: GraphContext, deployment: Deployment): FileFinding | null {
  const said = deployment.route.requestsPerMinute;
  return above(
    context,
    deployment,
    said,
    'requestsPerMinute',
    (limit) => `${said?.value} requests per minute are configured, but only ${limit} are allowed`,
  );
}

function concurrency(context: GraphContext, deployment: Deployment): FileFinding | null {
  const said = deployment.route.concurrency;
  return above(
    context,
    deployment,
    said,
    'concurrentRequests',
    (limit) => `${said?.value} concurrent requests are configured, but only ${limit} are allowed`,
  );
}

function above(
  context: GraphContext,
  deployment: Deployment,
  said: Stated<number> | null,
  key: string,
  sentence: (limit: number) => string,
): FileFinding | null {
  const row = constraintOf(context.catalog, deployment, key);
  const limit = row?.value;
  if (said === null || row === undefined || typeof limit !== 'number' || said.value <= limit) return null;
  const where = `for ${canonicalOf(context.catalog, deployment)} on ${inSentence(context.catalog, row.surface)}`;
  return {
    file: deployment.file,
    start: said.start,
    end: said.end,
    message: `${sentence(limit)} ${where}. The others fail with 429.`,
    fix: lower(context, deployment.file, said, limit),
    severity: severityOf(row),
  };
}

/** A limit that only third parties report informs and does not warn. */
const severityOf = (row: Constraint): Severity => (row.confidence === 'third-party' ? 'info' : 'warning');

/** Only where the number in the file is the number that is compared. */
function lower(context: GraphContext, file: string, said: Stated<number>, limit: number): Fix | null {
  const text = context.text?.(file);
  if (text === undefined || Number(text.slice(said.start, said.end)) !== said.value) return null;
  const edit = scalarEdit(text, said, limit);
  return edit === null ? null : { title: `Lower it to ${limit}`, edits: [edit] };
}

function timeout(context: GraphContext, deployment: Deployment): FileFinding | null {
  const said = deployment.route.timeoutSeconds;
  const model = canonicalOf(context.catalog, deployment);
  const takes = model === null ? null : latencyOf(context.catalog, model, deployment.route.surface);
  if (
    said === null ||
    isSubmit(context, deployment) ||
    takes === null ||
    said.value <= 0 ||
    said.value >= takes.max
  )
    return null;
  const hopeless = said.value < takes.min;
  const range = `${takes.min} to ${takes.max} s`;
  const message = hopeless
    ? `The timeout of ${said.value} s is shorter than any generation (${range}). Raise it: a job that goes on is billed.`
    : `The timeout of ${said.value} s may be too short for a generation (${range}). Raise it where the request waits for the video.`;
  return {
    file: deployment.file,
    start: said.start,
    end: said.end,
    message,
    fix: null,
    severity: hopeless ? 'warning' : 'info',
  };
}

/** Whether the request only starts a job: then the timeout is not one of the generation. */
function isSubmit(context: GraphContext, { file, route }: Deployment): boolean {
  const end = route.reference?.end ?? 0;
  return context.text?.(file)?.startsWith(':predictLongRunning', end) ?? false;
}

/** Seconds that a generation takes; the same model is taken to be as fast on another surface. */
export function latencyOf(
  catalog: Catalog,
  model: string,
  surface: SurfaceId,
): { readonly min: number; readonly max: number } | null {
  const value =
    catalog.constraint(surface, model, 'latencySeconds')?.value ??
    catalog.data.constraints.find(
      ({ key, models }) => key === 'latencySeconds' && sameFamily(catalog, models, model),
    )?.value;
  return isRange(value) ? value : null;
}

function sameFamily(catalog: Catalog, models: readonly string[], model: string): boolean {
  const family = catalog.model(model)?.family;
  return family !== undefined && models.some((id) => catalog.model(id)?.family === family);
}

function constraintOf(catalog: Catalog, deployment: Deployment, key: string): Constraint | undefined {
  const model = canonicalOf(catalog, deployment);
  return model === null ? undefined : catalog.constraint(deployment.route.surface, model, key);
}
