// A smoke test's world in memory: the simulator without a server, a virtual clock, a journal that is a list.
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { CostAnswer } from '../../src/cost/types.ts';
import { createSimulator, type Simulator } from '../../src/simulator/core.ts';
import type { SimulatorOptions } from '../../src/simulator/world.ts';
import { FAMILIES } from '../../src/smoke/endpoints/index.ts';
import { type Transport, TransportError } from '../../src/smoke/http.ts';
import type { Journal } from '../../src/smoke/journal.ts';
import { parseJson } from '../../src/smoke/json.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { createLimiter } from '../../src/smoke/limits.ts';
import { ownPrompt } from '../../src/smoke/prompt.ts';
import { redactor } from '../../src/smoke/redact.ts';
import type { Plan, RunEvent } from '../../src/smoke/run.ts';
import { createBudget, type SmokeWorld } from '../../src/smoke/session.ts';
import { memoryStore } from '../../src/smoke/store.ts';
import type { FamilyId, SmokeRequest, SmokeRoute } from '../../src/smoke/types.ts';
import { verifierIn } from '../../src/smoke/verifyApart.ts';
import { virtualClock } from './virtualClock.ts';

export const CATALOG = bundledCatalog();
export const HOST = 'simulator.example';
export const SECRET = 'sk-planted-0123456789abcdefghij';

/** A model that each family serves, and the day on which it does. */
export const SERVED: Readonly<
  Record<FamilyId, { readonly model: string; readonly surface: string; readonly asOf: string }>
> = {
  'gemini-api': { model: 'veo-3.1-fast-generate-preview', surface: 'gemini-api', asOf: '2026-10-01' },
  'vertex-ai': { model: 'veo-3.1-fast-generate-001', surface: 'vertex-ai', asOf: '2026-11-21' },
  'omni-interactions': { model: 'gemini-omni-1.1-flash', surface: 'gemini-api', asOf: '2026-11-21' },
  'openai-videos': { model: 'vertex_ai/veo-3.1-fast-generate-001', surface: 'litellm', asOf: '2026-11-21' },
  'new-api': { model: 'veo-3.1-fast-generate-001', surface: 'new-api', asOf: '2026-11-21' },
  openrouter: { model: 'google/veo-3.1-fast', surface: 'openrouter', asOf: '2026-11-21' },
};

export const PRICE = {
  known: true,
  cost: {
    usdPerSecond: { min: 0.08, max: 0.1 },
    usdPerRequest: { min: 0.32, max: 0.4 },
    assumptions: [],
    source: 'TEST',
    checkedOn: '2026-11-21',
  },
} satisfies CostAnswer;

/** Of the ID of every plan here. */
const SUFFIX = '0a1b2c';

export const REQUEST: SmokeRequest = {
  prompt: ownPrompt(SUFFIX),
  durationSeconds: 4,
  resolution: '720p',
  aspectRatio: '16:9',
  sampleCount: 1,
  generateAudio: null,
};

/** What a command needs to read routes in code. */
export const READER = { scanWorker: undefined, grammars: new URL('../../dist/grammars/', import.meta.url) };

/** The route of a family to the simulator at a base URL. */
export function routeOf(family: FamilyId, baseUrl = `https://${HOST}`): SmokeRoute {
  const { model, surface } = SERVED[family];
  const place =
    family === 'vertex-ai' ? { project: 'demo', location: 'us-central1' } : { project: null, location: null };
  return {
    name: `${family} route`,
    model,
    surface,
    family,
    baseUrl,
    ...place,
    environment: 'test',
    owner: 'video team',
    labels: { cost: '42' },
  };
}

/** The request of a family: audio is a parameter on Vertex AI only, the count only where it is one. */
export function requestOf(family: FamilyId): SmokeRequest {
  return {
    ...REQUEST,
    generateAudio: family === 'vertex-ai' ? true : null,
    sampleCount: family === 'omni-interactions' ? null : 1,
  };
}

export function planOf(family: FamilyId, changes: Partial<Plan> = {}): Plan {
  return {
    id: `run-${family}-${SUFFIX}`,
    kind: 'smoke',
    simulated: false,
    route: routeOf(family),
    request: requestOf(family),
    deadlineMs: 600_000,
    maxPolls: 200,
    asOf: SERVED[family].asOf,
    catalog: { version: CATALOG.version, checkedOn: CATALOG.checkedOn },
    modelStatus: 'active',
    fault: null,
    ...changes,
  };
}

/** Videos are slow to make; benches share them. */
const VIDEOS = new Map<string, Uint8Array>();

export interface Bench {
  readonly world: SmokeWorld;
  readonly simulator: Simulator;
  readonly journal: Journal;
  readonly events: readonly RunEvent[];
  /** Every request that left, with its headers. */
  readonly sent: readonly { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
}

/** A bench for one family. `changes` replaces parts of the world. */
export function benchOf(
  family: FamilyId,
  options: Partial<SimulatorOptions> = {},
  changes: Partial<SmokeWorld> = {},
): Bench {
  const clock = options.clock ?? virtualClock();
  const random = options.random ?? seeded(1);
  const simulator = createSimulator({
    videos: VIDEOS,
    catalog: CATALOG,
    asOf: SERVED[family].asOf,
    clock,
    random,
    ...options,
  });
  const sent: { url: string; headers: Readonly<Record<string, string>> }[] = [];
  const events: RunEvent[] = [];
  const inner = simulatorTransport(simulator, clock);
  const world: SmokeWorld = {
    clock,
    random,
    transport: (request, signal) => {
      sent.push({ url: request.url, headers: request.headers });
      return inner(request, signal);
    },
    keys: keyRing([fixedKey([HOST], SECRET)]),
    limiter: createLimiter(clock),
    catalog: CATALOG,
    budget: createBudget(5),
    store: memoryStore(),
    verify: verifierIn(undefined),
    redact: redactor([SECRET]),
    estimate: () => PRICE,
    confirm: async () => true,
    onEvent: () => {},
    ...changes,
  };
  const journal: Journal = {
    append: async (event) => {
      events.push(event);
    },
    close: async () => {},
  };
  return { world, simulator, journal, events, sent };
}

/** A transport into a simulator without a server. */
export function simulatorTransport(simulator: Simulator, clock: SmokeWorld['clock']): Transport {
  return async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST) throw new TransportError('no such host', false);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const delivery = await simulator.handle({
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: request.body === null ? undefined : parseJson(request.body),
      origin: url.origin,
    });
    await clock.sleep(200);
    if (delivery.way === 'drop' || delivery.way === 'cut-off')
      throw new TransportError('socket hang up', true);
    if (delivery.way === 'slow') {
      await clock.sleep(Math.min(delivery.slowMs, request.timeoutMs));
      if (delivery.slowMs >= request.timeoutMs) throw new TransportError('no answer in time', true);
    }
    return { status: delivery.status, headers: delivery.headers, body: delivery.body };
  };
}

/** Repeatable chance. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly FamilyId[];
