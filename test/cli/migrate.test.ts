// The migration as a command: its formats and wrong usage, and that it writes nothing.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { UsageError } from '../../src/cli/context.ts';
import { migrateCommand } from '../../src/cli/migrate.ts';
import { withFolder } from '../workspace/tempFolder.ts';

const CALL = `import { GoogleGenAI } from '@google/genai';
const ai = new GoogleGenAI({ apiKey: 'k' });
const operation = await ai.models.generateVideos({ model: 'veo-3.1-generate-preview', prompt: 'A boat.' });
`;

const WHOLE = `${CALL.replace('const operation', 'let operation')}while (!operation.done) {
  operation = await ai.operations.getVideosOperation({ operation });
}
await ai.files.download({ file: operation.response.generatedVideos[0], downloadPath: 'out.mp4' });
`;

async function run(folder: string, ...args: readonly string[]): Promise<{ status: number; stdout: string }> {
  let stdout = '';
  const status = await migrateCommand(args, {
    version: '0.0.0',
    pageScript: new URL('file:///no/page.js'),
    workingFolder: folder,
    today: '2026-11-24',
    env: {},
    catalog: async () => bundledCatalog(),
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

describe('veo-audit migrate', () => {
  it('plans in every format, and changes no file without --write', () =>
    withFolder({ 'a.ts': CALL }, async (folder) => {
      const text = await run(folder);
      assert.equal(text.status, 0);
      assert.match(
        text.stdout,
        /^a\.ts:3:25 {2}veo-3\.1-generate-preview on gemini-api was shut down on 2026-10-22/,
      );
      assert.match((await run(folder, '--format', 'markdown')).stdout, /^# Requests to be moved\n/);
      const json = JSON.parse((await run(folder, '--format', 'json', '--to', 'vertex')).stdout);
      assert.deepEqual(
        json.requests[0].targets.map(({ model }: { readonly model: string }) => model),
        ['veo-3.1-generate-001'],
      );
      assert.equal(readFileSync(join(folder, 'a.ts'), 'utf8'), CALL);
    }));

  it('--write makes the changes that are understood, once, and leaves the others', () =>
    withFolder({ 'a.ts': CALL, 'b.ts': WHOLE }, async (folder) => {
      const first = await run(folder, '--to', 'omni', '--write', '--format', 'json');
      assert.deepEqual(JSON.parse(first.stdout).summary, { requests: 2, edited: 1, byHand: 1 });
      assert.equal(readFileSync(join(folder, 'a.ts'), 'utf8'), CALL);
      const moved = readFileSync(join(folder, 'b.ts'), 'utf8');
      assert.match(
        moved,
        /interactions\.create\(\{\n {2}model: 'gemini-omni-1\.1-flash',\n {2}input: 'A boat\.',/,
      );
      const again = await run(folder, '--to', 'omni', '--write', '--format', 'json');
      assert.deepEqual(JSON.parse(again.stdout).summary, { requests: 1, edited: 0, byHand: 1 });
      assert.equal(readFileSync(join(folder, 'b.ts'), 'utf8'), moved);
    }));

  it('--write leaves what lies outside of the folder, and writes whole files', () =>
    withFolder({ 'in/b.ts': WHOLE, 'out/b.ts': WHOLE }, async (folder) => {
      symlinkSync(join(folder, 'out', 'b.ts'), join(folder, 'in', 'link.ts'));
      symlinkSync(join(folder, 'out'), join(folder, 'in', 'linked'));
      await run(join(folder, 'in'), '--to', 'omni', '--write');
      assert.equal(readFileSync(join(folder, 'out', 'b.ts'), 'utf8'), WHOLE);
      assert.notEqual(readFileSync(join(folder, 'in', 'b.ts'), 'utf8'), WHOLE);
      assert.deepEqual(
        readdirSync(join(folder, 'in')).sort(),
        ['b.ts', 'link.ts', 'linked'],
        'nothing half-written',
      );
    }));

  it('says in one sentence what is wrong with its options', () =>
    withFolder({ 'a.ts': CALL }, async (folder) => {
      await assert.rejects(run(folder, '--to', 'sora'), UsageError);
      await assert.rejects(run(folder, '--format', 'yaml'), UsageError);
      await assert.rejects(run(folder, '--write'), UsageError);
      assert.match((await run(folder, '--as-of', '2026-05-01')).stdout, /^No request has to be moved/);
    }));
});
