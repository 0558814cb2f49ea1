// Google Cloud's own credentials for Vertex AI: found as Google's library finds them, sent to Google's hosts alone, and a
// pasted token in their place. An issuer of tokens and a Vertex AI of this machine stand in for Google's.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { bundledCatalog } from '../../../../src/catalog/bundled.ts';
import { type RunningSimulator, startSimulator } from '../../../../src/simulator/server.ts';
import { scaledClock } from '../../../../src/smoke/clock.ts';
import { closeAll, scan, until, write } from '../support.ts';
import { FILE_TOKEN, type Issuer, METADATA_TOKEN, startIssuer } from './issuer.ts';
import { evidence, forgetRuns, hooks, items, journals, overhear, ready, type Told, text } from './support.ts';

const HOST = 'us-central1-aiplatform.googleapis.com';
const PASTED = 'ya29.planted-token-that-was-pasted';

/** One request that would have left this machine. */
interface Sent {
  readonly host: string;
  readonly path: string;
  readonly authorization: string | null;
}

describe("Google Cloud's credentials", () => {
  const real = globalThis.fetch;
  let vertex: RunningSimulator;
  let issuer: Issuer;
  let folder = '';
  let sent: Sent[] = [];

  before(async () => {
    await ready();
    folder = await mkdtemp(join(tmpdir(), 'veo-credentials-'));
    issuer = await startIssuer(folder);
    vertex = await startSimulator({
      catalog: bundledCatalog(),
      asOf: '2026-11-21',
      clock: scaledClock(100),
      random: Math.random,
    });
    // Only the last step, out of this machine, is another one.
    globalThis.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const authorization = new Headers(init?.headers).get('authorization');
      sent.push({ host: url.host, path: url.pathname, authorization });
      return real(url.host === HOST ? new URL(url.pathname + url.search, vertex.origin) : url, init);
    };
    await setProject('studio-project');
  });
  after(async () => {
    globalThis.fetch = real;
    const { keys, answer } = await hooks();
    answer(null);
    await keys.forget(HOST);
    await setProject(undefined);
    issuer.close();
    await vertex.close();
    await rm(folder, { recursive: true });
    await forgetRuns();
    await closeAll();
  });
  beforeEach(async () => {
    sent = [];
    await forgetRuns();
  });

  /** Runs the first route live, says yes, and gives the job up as soon as there is one. */
  async function live() {
    const { answer, controller, lines, live } = await hooks();
    // The explorer may still list what other suites have written and removed.
    const item = await until('the route is a test', () =>
      items(controller).find(({ id }) => id.includes('render.ts')),
    );
    const [from, asked] = [lines.length, issuer.asked.length];
    answer(async () => true);
    const cancel = new vscode.CancellationTokenSource();
    const told = await overhear(async () => {
      let isOver = false;
      const request = new vscode.TestRunRequest([item], undefined, live);
      const running = Promise.resolve(live.runHandler(request, cancel.token)).finally(() => {
        isOver = true;
      });
      await until(
        'a job, or the end',
        () => isOver || lines.slice(from).some((line) => /▸ (submitted|failed|not run|abandoned)/.test(line)),
      );
      cancel.cancel();
      await running;
    });
    return { told, asked: issuer.asked.slice(asked) };
  }

  /** Nothing went anywhere but to Google's host, and everything with this token. */
  function assertSentWith(token: string, { told }: { readonly told: Told }): void {
    assert.deepEqual([...new Set(sent.map(({ host }) => host))], [HOST], JSON.stringify(told));
    assert.deepEqual([...new Set(sent.map(({ authorization }) => authorization))], [`Bearer ${token}`]);
    const submits = sent.filter(({ path }) => path.endsWith(':predictLongRunning'));
    assert.deepEqual(
      submits.map(({ path }) => path),
      [
        '/v1/projects/studio-project/locations/us-central1/publishers/google/models/veo-3.1-lite-generate-001:predictLongRunning',
      ],
    );
  }

  it('come from the metadata server of a machine in the cloud', async () => {
    issuer.use('metadata server');
    const run = await live();
    assertSentWith(METADATA_TOKEN, run);
    const path = '/computeMetadata/v1/instance/service-accounts/default/token';
    assert.ok(run.asked.includes(path), run.asked.join());
  });

  it('come from the file that the environment names', async () => {
    issuer.use('file');
    const run = await live();
    assertSentWith(FILE_TOKEN, run);
    assert.deepEqual([...new Set(run.asked)], ['/v1/oauthtoken']);
  });

  it('give way to a token that was pasted', async () => {
    issuer.use('metadata server');
    const { keys } = await hooks();
    await keys.set(HOST, PASTED);
    const run = await live();
    await keys.forget(HOST);
    assertSentWith(PASTED, run);
    assert.deepEqual(run.asked, [], 'the issuer is not asked');
  });

  it('say what to do where there are none, and nothing is sent', async () => {
    issuer.use('nothing');
    const { told } = await live();
    assert.match(told.ended.join(), /errored: not run: .*no access token: .*credentials/);
    assert.deepEqual(sent, []);
  });

  it('are not for another address that a workspace names', async () => {
    issuer.use('metadata server');
    const yaml = await text('veo-audit.yaml');
    await write(
      'veo-audit.yaml',
      `gateways:\n  here: { kind: litellm, url: '${vertex.origin}' }\nroutes:\n  teaser:\n    match: { file: render.ts, model: veo-3.1-lite-generate-001 }\n    gateway: here\n    surface: litellm\n`,
    );
    await scan();
    const { told, asked } = await until('the configuration is read', async () => {
      const run = await live();
      return run.told.output.includes('OpenAI') && run;
    });
    await write('veo-audit.yaml', yaml);
    await scan();
    assert.match(told.ended.join(), new RegExp(`There is no key for ${new URL(vertex.origin).host}`));
    assert.deepEqual(asked, [], 'no token is fetched');
    assert.deepEqual(
      sent.filter(({ host }) => host !== HOST),
      [],
    );
  });

  it('are written nowhere', async () => {
    issuer.use('metadata server');
    const { lines } = await hooks();
    const { told } = await live();
    const written = [...lines, told.output, JSON.stringify(await evidence()), ...(await journals()).values()];
    for (const token of [METADATA_TOKEN, FILE_TOKEN, PASTED])
      for (const place of written) assert.ok(!place.includes(token), place.slice(0, 200));
  });
});

async function setProject(project: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('veoAudit.smoke')
    .update('project', project, vscode.ConfigurationTarget.Global);
}
