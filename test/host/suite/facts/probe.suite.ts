// "Check whether it still answers" from the quick fix to the changed words: a surface that the test plays gets one question.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { SmokeHooks } from '../../../../src/editor/smoke/register.ts';
import {
  closeAll,
  extension,
  file,
  placeOf,
  remove,
  set,
  show,
  squiggles,
  until,
  untilRules,
} from '../support.ts';

const ID = 'veo-3.1-generate-001';
const KEY = 'planted-key-0123456789';
const GONE = JSON.stringify({
  error: { code: 404, message: 'Publisher Model was not found.', status: 'NOT_FOUND' },
});
const TODAY = new Date().toISOString().slice(0, 10);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe('the question whether a model still answers', () => {
  let smoke: SmokeHooks;

  before(async () => {
    ({ smoke } = (await extension().activate()) as { readonly smoke: SmokeHooks });
    // An answer counts from the day on which it was given.
    await set('asOf', TODAY);
  });
  after(() => set('asOf', undefined));
  afterEach(async () => {
    smoke.probeAt(null);
    smoke.answerProbe(null);
    await remove(file('.veo-audit')).then(undefined, () => undefined);
    await closeAll();
  });

  /** Asks by the quick fix, with a yes, where `answer` plays the surface; what was asked. */
  async function ask(answer: Answer): Promise<readonly IncomingMessage[]> {
    const requests: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      requests.push(request);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await smoke.keys.set(host, KEY);
    smoke.probeAt(`http://${host}`);
    smoke.answerProbe(async () => true);
    try {
      const { document } = await show(file('render.py'));
      await untilRules(document.uri, 'retirement-window');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        placeOf(document, ID),
      );
      const command = actions.find(({ title }) => title === 'Check whether it still answers…')?.command;
      assert.ok(command !== undefined);
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    } finally {
      await smoke.keys.forget(host);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    return requests;
  }

  const records = async (): Promise<readonly { readonly answer: string; readonly said: string }[]> => {
    const folder = file('.veo-audit/probes');
    const names = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
    return Promise.all(
      names.map(async ([name]) => {
        const text = new TextDecoder().decode(
          await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)),
        );
        assert.ok(!text.includes(KEY), 'no record holds the key');
        return JSON.parse(text);
      }),
    );
  };
  const message = (): string => squiggles(file('render.py'))[0]?.message ?? '';

  it('is sent once with the key of that host, is kept, and changes the words of the finding', async () => {
    const requests = await ask((_, response) =>
      response.writeHead(404, { 'content-type': 'application/json' }).end(GONE),
    );
    assert.deepEqual(
      requests.map(({ method, url, headers }) => [method, url, headers.authorization]),
      [['GET', `/v1/publishers/google/models/${ID}`, `Bearer ${KEY}`]],
    );
    assert.deepEqual(
      (await records()).map(({ answer, said }) => [answer, said]),
      [['gone', 'it answered 404 NOT_FOUND']],
    );
    await until('the words change', () => message().includes(`was not found on Vertex AI on ${TODAY} (404)`));
    await remove(file('.veo-audit/probes'));
    await until('they change back', () => !message().includes('404'));
  });

  for (const [what, answer] of [
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end(),
    ],
    [
      'a page of a proxy',
      (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>'),
    ],
    ['a refused key', (_, response) => response.writeHead(403).end('{}')],
    [
      'another model',
      (_, response) => response.writeHead(200).end('{"name":"publishers/google/models/other"}'),
    ],
  ] satisfies readonly (readonly [string, Answer])[]) {
    it(`learns nothing from ${what}`, async () => {
      const requests = await ask(answer);
      assert.equal(requests.length, 1);
      assert.deepEqual(
        (await records()).map((record) => record.answer),
        ['nothing'],
      );
      assert.match(message(), /may be retired on Vertex AI any day/);
    });
  }

  it('leaves no record where the connection breaks off', async () => {
    await ask((request) => request.socket.destroy());
    assert.deepEqual(await records(), []);
    assert.match(message(), /may be retired on Vertex AI any day/);
  });
});
