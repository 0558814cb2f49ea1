// What the suites of smoke tests share: the extension's hooks, evidence on the disk, a surface that counts what it is asked.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import * as vscode from 'vscode';
import type { SmokeHooks } from '../../../../src/editor/smoke/register.ts';
import { type Evidence, EvidenceSchema } from '../../../../src/smoke/evidence.ts';
import type { Plan } from '../../../../src/smoke/run.ts';
import { extension, file, scan, until } from '../support.ts';

/** What a suite takes hold of. */
type Hooks = SmokeHooks & NonNullable<ReturnType<SmokeHooks['explorer']>>;

/** Activates the extension and takes hold of its hooks. */
export async function hooks(): Promise<Hooks> {
  const api = (await extension().activate()) as { readonly smoke?: SmokeHooks } | undefined;
  assert.ok(api?.smoke !== undefined, 'the extension gives its hooks in test mode');
  const { smoke } = api;
  const explorer = await until('the Test Explorer has a route', () => smoke.explorer());
  return { ...smoke, ...explorer };
}

/** Scans until the routes of render.ts are known. */
export async function ready(): Promise<Hooks> {
  const found = await hooks();
  await scan();
  await until('render.ts is a test file', () => items(found.controller).length > 0);
  return found;
}

/** The tests of the explorer, without their files. */
export function items(controller: vscode.TestController): readonly vscode.TestItem[] {
  const found: vscode.TestItem[] = [];
  controller.items.forEach((top) => {
    top.children.forEach((item) => {
      found.push(item);
    });
  });
  return found.sort((a, b) => (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0));
}

/** Runs a smoke command to its end. */
export async function run(command: string, request?: unknown): Promise<void> {
  await vscode.commands.executeCommand(`veoAudit.smoke.${command}`, request);
}

async function names(folder: string, suffix: string): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(file(`.veo-audit/${folder}`));
    return entries
      .map(([name]) => name)
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length))
      .sort();
  } catch {
    return [];
  }
}

/** All evidence, oldest first, checked against its schema. */
export async function evidence(): Promise<readonly Evidence[]> {
  const found = await names('evidence', '.json');
  return Promise.all(
    found.map(async (name) =>
      EvidenceSchema.parse(JSON.parse(await text(`.veo-audit/evidence/${name}.json`))),
    ),
  );
}

/** The events of every journal, as text, by run. */
export async function journals(): Promise<ReadonlyMap<string, string>> {
  const found = await names('journal', '.jsonl');
  return new Map(
    await Promise.all(
      found.map(async (name) => [name, await text(`.veo-audit/journal/${name}.jsonl`)] as const),
    ),
  );
}

export async function text(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
}

/** Removes everything that smoke tests left behind. */
export async function forgetRuns(): Promise<void> {
  await vscode.workspace.fs.delete(file('.veo-audit'), { recursive: true }).then(undefined, () => undefined);
}

/** The label of the tab in front. */
export function frontTab(): string {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
}

/** The journal of a run on LiteLLM that was only planned, under its ID. */
export function plannedJournal(
  id: string,
  { simulated, baseUrl = 'http://127.0.0.1:9' }: { readonly simulated: boolean; readonly baseUrl?: string },
): readonly [id: string, text: string] {
  const plan: Plan = {
    id,
    kind: 'smoke',
    simulated,
    route: {
      name: 'teaser',
      model: 'vertex_ai/veo-3.1-lite-generate-001',
      surface: 'litellm',
      family: 'openai-videos',
      baseUrl,
      project: null,
      location: null,
      environment: null,
      owner: null,
      labels: {},
    },
    request: {
      prompt: 'x',
      durationSeconds: 4,
      resolution: null,
      aspectRatio: null,
      sampleCount: null,
      generateAudio: null,
    },
    deadlineMs: 600_000,
    maxPolls: 10,
    asOf: '2026-11-21',
    catalog: { version: '1', checkedOn: '2026-11-21' },
    modelStatus: 'active',
    fault: null,
  };
  return [id, `${JSON.stringify({ at: 1, type: 'planned', plan })}\n`];
}

/** A surface on this machine that answers 404 to everything and remembers who asked with what. */
export interface CountingSurface {
  readonly origin: string;
  readonly asked: readonly { readonly path: string; readonly authorization: string | undefined }[];
  close(): void;
}

export async function countingSurface(): Promise<CountingSurface> {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
    response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { origin: `http://127.0.0.1:${address.port}`, asked, close: () => server.close() };
}

/** What a test run was told. */
export interface Told {
  readonly ended: string[];
  output: string;
  isOver: boolean;
}

/** Listens to the next test run while `work` goes on, until the run is over. */
export async function overhear(work: () => Promise<void>): Promise<Told> {
  const { controller } = await hooks();
  const told: Told = { ended: [], output: '', isOver: false };
  const create = controller.createTestRun;
  controller.createTestRun = (...args) => {
    const test = create.apply(controller, args);
    return new Proxy(test, {
      get: (_, name) => {
        const value = Reflect.get(test, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          note(told, String(name), given);
          return value.apply(test, given);
        };
      },
    });
  };
  try {
    await work();
    await until('the end of the test run', () => told.isOver);
    return told;
  } finally {
    controller.createTestRun = create;
  }
}

function note(told: Told, name: string, [first, second]: readonly unknown[]): void {
  if (name === 'passed' || name === 'skipped') told.ended.push(name);
  if (name === 'failed' || name === 'errored')
    told.ended.push(`${name}: ${second instanceof vscode.TestMessage ? second.message : ''}`);
  if (name === 'appendOutput') told.output += String(first);
  if (name === 'end') told.isOver = true;
}
