// The checklist as a command: formats, exit statuses, and wrong usage in one sentence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { checklistCommand } from '../../src/cli/checklist.ts';
import { UsageError } from '../../src/cli/context.ts';
import { workspaceFacts } from '../../src/cli/workspaceFacts.ts';

import { withFolder } from '../workspace/tempFolder.ts';

const FILES = {
  'gateway/litellm.yaml':
    'model_list:\n  - model_name: film\n    litellm_params: { model: vertex_ai/veo-3.1-generate-001 }\n',
  'veo-audit.yaml': 'routes:\n  film: { owner: me, fallbacks: { approved: [] } }\n',
};

async function run(folder: string, ...args: readonly string[]): Promise<{ status: number; stdout: string }> {
  let stdout = '';
  const status = await checklistCommand(args, {
    version: '0.0.0',
    pageScript: new URL('file:///no/page.js'),
    workingFolder: folder,
    today: '2026-11-21',
    env: {},
    catalog: () => workspaceFacts({ workingFolder: folder, catalog: async () => bundledCatalog() }),
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => undefined,
    color: false,
    scanWorker: undefined,
    stdin: async () => Buffer.alloc(0),
    grammars: new URL('../../dist/grammars/', import.meta.url),
  });
  return { status, stdout };
}

describe('what the list of a gateway said', () => {
  const HOST = 'llm.example.com';
  const files = {
    ...FILES,
    'veo-audit.yaml': `routes:\n  film: { gateway: house }\ngateways:\n  house: { kind: litellm, url: 'https://${HOST}/model/info' }\n`,
  };
  const probe = (further: object): string =>
    JSON.stringify({
      ...{ schema: 'veo-route-audit/probe/1', simulated: false, model: 'film', surface: 'litellm' },
      ...{
        host: HOST,
        askedAt: '2026-11-20T10:00:00.000Z',
        answer: 'listed',
        status: 200,
        said: 'it has it',
      },
      ...further,
    });
  const row = async (record: object | null): Promise<readonly (string | null)[]> => {
    const kept = record === null ? {} : { '.veo-audit/probes/a.json': probe(record) };
    return withFolder({ ...files, ...kept }, async (folder) => {
      const { stdout } = await run(folder, '--format', 'json');
      const [{ answers }] = JSON.parse(stdout).routes;
      const found = answers.find(({ question }: { question: string }) => question === 'catalog row');
      return [found.verdict, found.date];
    });
  };

  for (const [what, record, expected] of [
    ['a name that it has', {}, ['pass', '2026-11-20']],
    ['a name that it lacks', { answer: 'not-listed' }, ['fail', '2026-11-20']],
    ['an answer of long ago', { askedAt: '2026-09-01T10:00:00.000Z' }, ['not shown', '2026-09-01']],
    ['an answer of a day to come', { askedAt: '2026-12-01T10:00:00.000Z' }, ['not shown', null]],
    ['another name', { model: 'draft' }, ['not shown', null]],
    ['another gateway', { host: 'other.example.com' }, ['not shown', null]],
    ['a simulator', { simulated: true }, ['not shown', null]],
    ['no answer', { answer: 'nothing', status: 503 }, ['not shown', null]],
    ['nothing kept', null, ['not shown', null]],
  ] as const) {
    it(`${what} is ${expected[0]}`, async () => {
      assert.deepEqual(await row(record), expected);
    });
  }
});

describe('veo-audit checklist', () => {
  it('answers for the routes of the workspace under their contracts, as often as it is asked the same', () =>
    withFolder(FILES, async (folder) => {
      const { status, stdout } = await run(folder, '--format', 'json');
      const {
        routes,
      }: {
        routes: { name: string; owner: string; file: string; line: number; answers: { verdict: string }[] }[];
      } = JSON.parse(stdout);
      assert.deepEqual(
        routes.map(({ name, owner, file, line }) => ({ name, owner, file, line })),
        [{ name: 'film', owner: 'me', file: 'gateway/litellm.yaml', line: 3 }],
      );
      assert.deepEqual(
        routes[0]?.answers.map(({ verdict }) => verdict),
        ['pass', 'not shown', 'pass', 'not shown', 'not shown', 'pass', 'not shown'],
      );
      assert.equal(status, 0);
      assert.equal((await run(folder, '--format', 'json')).stdout, stdout);
      assert.equal((await run(folder, '--fail-on', 'not-shown')).status, 1);
    }));

  it('fails on a dead model, unless never is asked for; --output writes a file', () =>
    withFolder({ 'x.env': 'VEO_MODEL=veo-3.0-generate-001\n' }, async (folder) => {
      assert.equal((await run(folder)).status, 1);
      const { status, stdout } = await run(
        folder,
        '--fail-on',
        'never',
        '--format',
        'markdown',
        '--output',
        'c.md',
      );
      assert.deepEqual([status, stdout], [0, '']);
      assert.match(readFileSync(join(folder, 'c.md'), 'utf8'), /^# Veo routes before production\n/);
    }));

  it('says in words that nothing is known of a route', () =>
    withFolder({ 'veo-audit.yaml': 'routes:\n  ghost: { match: { file: gone.py } }\n' }, async (folder) => {
      const { stdout } = await run(folder);
      assert.match(stdout, /^ghost · unknown model on an unknown surface · no request in sight$/m);
    }));

  it('refuses what is wrong', () =>
    withFolder({ 'veo-audit.yaml': 'routes:\n  film: { request: { seconds: 8s } }\n' }, async (folder) => {
      const refused = (args: readonly string[], message: RegExp) =>
        assert.rejects(
          run(folder, ...args),
          (error: unknown) => error instanceof UsageError && message.test(error.message),
        );
      await refused([], /^veo-audit\.yaml:2:22: .*write 8 instead of "8s"/);
      await refused(['--format', 'html'], /--format needs one of/);
      await withFolder({}, (empty) => assert.rejects(run(empty, 'nowhere'), UsageError));
    }));
});
