// The free questions before a paid one: does the catalog know the ID as alive, does the surface take these parameters.
import { inSentence } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import { livingReplacement, siblingOn } from '../catalog/replacement.ts';
import type { Day, Status, SurfaceId } from '../catalog/types.ts';
import type { PreflightCheck } from './run.ts';
import { type Target, targetOf } from './target.ts';
import type { SmokeRequest, SmokeRoute } from './types.ts';

/** Everything the catalog can say against a request. A `refused` check means that nothing may be sent. */
export function checkByCatalog(
  catalog: Catalog,
  route: SmokeRoute,
  request: SmokeRequest,
  day: Day,
): readonly PreflightCheck[] {
  const target = targetOf(catalog, route.surface, route.model);
  return [
    checkFamily(route, target),
    ...checkStorage(route, request),
    checkLifecycle(catalog, target, day),
    ...checkParameters(catalog, target, request),
  ];
}

/** Whether a check forbids to send anything, and which one. */
export function refusalOf(checks: readonly PreflightCheck[]): PreflightCheck | undefined {
  return checks.find((check) => check.verdict === 'refused');
}

function checkFamily(route: SmokeRoute, { model }: Target): PreflightCheck {
  const omni = model.startsWith('gemini-omni');
  const name = 'endpoint family';
  if (omni && (route.family === 'gemini-api' || route.family === 'vertex-ai')) {
    return refused(name, `${model} is not served by predictLongRunning; its family is omni-interactions`);
  }
  if (!omni && route.family === 'omni-interactions') {
    return refused(name, `${model} is not served by the Interactions API`);
  }
  if (route.family === 'vertex-ai' && route.project === null) {
    return refused(name, 'Vertex AI needs a Google Cloud project');
  }
  return ok(name, route.family);
}

function checkStorage(
  { family }: SmokeRoute,
  { storageUri = null }: SmokeRequest,
): readonly PreflightCheck[] {
  const name = 'storage';
  if (storageUri === null) return [];
  if (family !== 'vertex-ai') return [refused(name, 'only Vertex AI puts videos where it is told to')];
  return [
    storageUri.startsWith('gs://') ? ok(name, storageUri) : refused(name, `${storageUri} is not gs://…`),
  ];
}

function checkLifecycle(catalog: Catalog, { surface, model: id }: Target, day: Day): PreflightCheck {
  const name = 'lifecycle';
  const google = catalog.surface(surface)?.kind === 'google';
  const model = catalog.model(id);
  // A gateway may keep the name of a model that was shut down as an alias of another one.
  const renamed =
    !google && catalog.aliases(id).some((row) => row.surface === surface && row.resolvesTo !== null);
  if (model === undefined || renamed) return checkAlias(catalog, surface, id);
  if (google && model.surfaces[surface] === undefined) {
    const sibling = siblingOn(catalog, id, surface, day);
    return refused(name, `${id} never was on ${inSentence(catalog, surface)}${use(sibling?.model)}`);
  }
  const { status, surfaces } = lifecycleOn(catalog, id, surface, day);
  if (status === 'shut-down') {
    const shutdown = surfaces[0]?.facts.shutdown;
    const on = shutdown?.kind === 'fixed' ? ` on ${shutdown.day}` : '';
    const where = google ? inSentence(catalog, surface) : 'every Google surface';
    const replacement = livingReplacement(catalog, id, surface, day)?.model;
    return refused(name, `${id} was shut down on ${where}${on}${use(replacement)}`);
  }
  if (status === 'active' || status === 'preview') return ok(name, status);
  return warning(name, `${id} ${WORDS[status]} on ${inSentence(catalog, surface)}, as of ${day}`);
}

/** What a status means for somebody who is about to pay for a request. */
const WORDS: Readonly<Record<Status, string>> = {
  active: 'is served',
  preview: 'is served as a preview',
  deprecated: 'is to be shut down',
  'retirement-window': 'may be retired any day',
  'shut-down': 'is shut down',
  unknown: 'has no known status',
};

function checkAlias(catalog: Catalog, surface: SurfaceId, spelling: string): PreflightCheck {
  const alias = catalog.aliases(spelling).find((row) => row.surface === surface);
  if (alias?.resolvesTo != null)
    return ok('lifecycle', `${spelling} stands for ${alias.resolvesTo} (${alias.certainty})`);
  const what =
    alias === undefined
      ? `no ID of the catalog on ${inSentence(catalog, surface)}`
      : `a name of ${inSentence(catalog, surface)} without a dated upstream`;
  return warning('lifecycle', `${spelling} is ${what}: which model answers behind it is not documented`);
}

/** What the catalog says of each parameter of a request. */
export function checkParameters(
  catalog: Catalog,
  { surface, model }: Target,
  request: SmokeRequest,
): readonly PreflightCheck[] {
  const rule = (key: string): unknown => catalog.constraint(surface, model, key)?.value;
  const checks = [
    checkDuration(rule, request),
    checkResolution(rule, request),
    checkListed('aspect ratio', request.aspectRatio, rule('aspectRatio.allowed')),
    checkListed('videos', request.sampleCount, rule('sampleCount.allowed')),
    checkAudio(rule, request.generateAudio),
  ];
  return checks.filter((check) => check !== null);
}

type Rule = (key: string) => unknown;

function checkDuration(rule: Rule, request: SmokeRequest): PreflightCheck | null {
  const seconds = request.durationSeconds;
  const name = 'duration';
  if (seconds === null) return null;
  const eightOnly = rule('durationSeconds.mustBe8When');
  if (seconds !== 8 && request.resolution !== null && includes(eightOnly, request.resolution)) {
    return refused(name, `${request.resolution} videos must be 8 s long here, not ${seconds} s`);
  }
  const range = rule('durationSeconds.range');
  if (isRange(range) && (seconds < range.min || seconds > range.max)) {
    return refused(name, `${seconds} s is outside ${range.min} to ${range.max} s`);
  }
  return checkListed(name, seconds, rule('durationSeconds.allowed'));
}

function checkResolution(rule: Rule, request: SmokeRequest): PreflightCheck | null {
  if (request.resolution !== null && includes(rule('resolution.disputed'), request.resolution)) {
    return warning('resolution', `sources disagree whether ${request.resolution} is served here`);
  }
  return checkListed('resolution', request.resolution, rule('resolution.allowed'));
}

function checkAudio(rule: Rule, audio: boolean | null): PreflightCheck | null {
  const value = rule('generateAudio');
  if (audio === null || value === undefined) return null;
  if (value === 'refused' || value === 'always') {
    return refused(
      'audio',
      `generateAudio is no parameter here (audio is ${value === 'always' ? 'always on' : 'never made'})`,
    );
  }
  return ok('audio', audio ? 'on' : 'off');
}

function checkListed(name: string, value: string | number | null, allowed: unknown): PreflightCheck | null {
  if (value === null || !Array.isArray(allowed)) return null;
  const shown = name === 'duration' ? `${value} s` : `${value}`;
  return allowed.includes(value)
    ? ok(name, shown)
    : refused(name, `${shown} is not served; allowed: ${allowed.join(', ')}`);
}

function includes(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}

function isRange(value: unknown): value is { readonly min: number; readonly max: number } {
  return value !== null && typeof value === 'object' && 'min' in value && 'max' in value;
}

function use(model: string | undefined): string {
  return model === undefined ? '' : `; use ${model}`;
}

function ok(name: string, message: string): PreflightCheck {
  return { name, verdict: 'ok', message };
}

function warning(name: string, message: string): PreflightCheck {
  return { name, verdict: 'warning', message };
}

function refused(name: string, message: string): PreflightCheck {
  return { name, verdict: 'refused', message };
}
