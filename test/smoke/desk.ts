import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../src/cli/context.ts';
import { type SmokeExtras, terminalExtras } from '../../src/cli/smoke.ts';
import type { SmokeContext } from '../../src/cli/smokeSettings.ts';
import { createSimulator } from '../../src/simulator/core.ts';
import { EvidenceSchema } from '../../src/smoke/evidence.ts';
import type { Transport } from '../../src/smoke/http.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import { CATALOG, HOST, READER, SECRET, seeded, simulatorTransport } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

export const VERTEX = ['--model', 'veo-3.1-fast-generate-001', '--surface', 'vertex-ai'];
export const ROUTER = ['--model', 'google/veo-3.1-fast', '--surface', 'openrouter'];

export interface Desk {
  readonly context: SmokeContext;
  readonly said: { out: string; err: string };
  readonly folder: string;
}

export async function desk(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-desk-'));
  const said = { out: '', err: '' };
  const context: SmokeContext = {
    ...READER,
    workingFolder: folder,
    today: '2026-11-21',
    env,
    catalog: async () => CATALOG,
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
  };
  return { context, said, folder };
}

/** A terminal without a person, whose network is a simulator under the public hosts' names. */
export function liveExtras(changes: Partial<SmokeExtras> = {}): {
  extras: SmokeExtras;
  jobs: () => number;
  hosts: Set<string>;
} {
  const clock = virtualClock();
  const simulator = createSimulator({ catalog: CATALOG, asOf: '2026-11-21', clock, random: seeded(1) });
  const inner = simulatorTransport(simulator, clock);
  const hosts = new Set<string>();
  const transport: Transport = async (request, signal) => {
    const url = new URL(request.url);
    if (JSON.stringify(request.headers).includes(SECRET)) hosts.add(url.host);
    const answer = await inner({ ...request, url: `https://${HOST}${url.pathname}${url.search}` }, signal);
    const { [SIMULATED_HEADER]: _mark, ...headers } = answer.headers;
    return { ...answer, headers: { ...headers, 'x-request-id': `for ${SECRET}` } };
  };
  const extras = {
    ...terminalExtras({}),
    ask: undefined,
    transport: () => transport,
    clock: () => clock,
    defaultCredentials: false,
    interrupted: () => new AbortController().signal,
    ...changes,
  };
  return { extras, jobs: () => simulator.world.jobs.size, hosts };
}

export async function evidenceIn(folder: string) {
  const place = join(folder, '.veo-audit', 'evidence');
  const names = (await readdir(place)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => EvidenceSchema.parse(JSON.parse(await readFile(join(place, name), 'utf8')))),
  );
}

export async function everyFile(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

export function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function refusal(pattern: RegExp) {
  return (error: unknown) => error instanceof UsageError && pattern.test(error.message);
}
