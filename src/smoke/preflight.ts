// The free questions before a paid one: does the catalog know the ID as alive, does the surface take these parameters.
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import { livingReplacement, siblingOn } from '../catalog/replacement.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import type { PreflightCheck } from './run.ts';
import type { SmokeRequest, SmokeRoute } from './types.ts';

/** Everything the catalog can say against a request. A `refused` check means that nothing may be sent. */
export function checkByCatalog(
  catalog: Catalog,
  route: SmokeRoute,
  request: SmokeRequest,
  day: Day,
): readonly PreflightCheck[] {
  return [
    checkFamily(route),
    checkLifecycle(catalog, route, day),
    ...checkParameters(catalog, route.surface, route.model, request),
  ];
}

/** Whether a check forbids to send anything, and which one. */
export function refusalOf(checks: readonly PreflightCheck[]): PreflightCheck | undefined {
  return checks.find((check) => check.verdict === 'refused');
}

function checkFamily(route: SmokeRoute): PreflightCheck {
  const omni = route.model.startsWith('gemini-omni');
  const name = 'endpoint family';
  if (omni && (route.family === 'gemini-api' || route.family === 'vertex-ai')) {
    return refused(
      name,
      `${route.model} is not served by predictLongRunning; its family is omni-interactions`,
    );
  }
  if (!omni && route.family === 'omni-interactions') {
    return refused(name, `${route.model} is not served by the Interactions API`);
  }
  if (route.family === 'vertex-ai' && route.project === null) {
    return refused(name, 'Vertex AI needs a Google Cloud project');
  }
  return ok(name, route.family);
}

function checkLifecycle(catalog: Catalog, route: SmokeRoute, day: Day): PreflightCheck {
  const name = 'lifecycle';
  const google = catalog.surface(route.surface)?.kind === 'google';
  const model = catalog.model(route.model);
  if (model === undefined) return checkAlias(catalog, route);
  if (google && model.surfaces[route.surface] === undefined) {
    const sibling = siblingOn(catalog, model.id, route.surface, day);
    return refused(name, `${model.id} never was on ${route.surface}${use(sibling?.model)}`);
  }
  const { status, surfaces } = lifecycleOn(catalog, model.id, route.surface, day);
  if (status === 'shut-down') {
    const shutdown = surfaces[0]?.facts.shutdown;
    const since = shutdown?.kind === 'fixed' ? ` since ${shutdown.day}` : '';
    // A gateway may keep a dead name alive as an alias of a living model: asking it is how one finds out.
    if (!google)
      return warning(name, `Google shut ${model.id} down${since}; the gateway may route the name elsewhere`);
    const replacement = livingReplacement(catalog, model.id, route.surface, day)?.model;
    return refused(name, `${model.id} is shut down on ${route.surface}${since}${use(replacement)}`);
  }
  const sure = status === 'active' || status === 'preview';
  return sure ? ok(name, status) : warning(name, `${model.id} is ${status} on ${route.surface} on ${day}`);
}

function checkAlias(catalog: Catalog, route: SmokeRoute): PreflightCheck {
  const alias = catalog.aliases(route.model).find((row) => row.surface === route.surface);
  if (alias?.resolvesTo != null)
    return ok('lifecycle', `${route.model} stands for ${alias.resolvesTo} (${alias.certainty})`);
  return warning(
    'lifecycle',
    `${route.model} is no ID of the catalog on ${route.surface}: nobody says what answers behind it`,
  );
}

/** What the catalog says of each parameter of a request. */
export function checkParameters(
  catalog: Catalog,
  surface: SurfaceId,
  model: string,
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
