// `veo-audit smoke ROUTE`: routes by the names of their contracts.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { smokeCommand } from '../../src/cli/smoke.ts';
import { buildBundle } from '../cli/bundle.ts';
import { desk, evidenceIn, liveExtras, ROUTER, refusal, VERTEX } from './desk.ts';
import { SECRET } from './harness.ts';

describe('a route of veo-audit.yaml', function () {
  this.timeout(60_000);
  // Routes in code are read with the grammars of the bundle.
  before(buildBundle);
  const CONTRACT = [
    'routes:',
    '  hero:',
    '    surface: vertex-ai',
    '    model: veo-3.1-fast-generate-001',
    '    match: { file: render.py }',
    '    request: { resolution: 1080p, audio: true }',
    'smoke: { maxUsd: 0.9, prompt: A red ball. }',
    '',
  ].join('\n');
  const CODE = [
    'from google import genai',
    'client = genai.Client(vertexai=True, project="p", location="us-central1")',
    'client.models.generate_videos(model="veo-3.1-fast-generate-001", prompt=p, config={"duration_seconds": 6})',
    '',
  ].join('\n');
  const simulate = ['hero', '--simulate', '--speed', '2000'];

  async function heroDesk(code = CODE) {
    const found = await desk();
    await writeFile(join(found.folder, 'veo-audit.yaml'), CONTRACT);
    await writeFile(join(found.folder, 'render.py'), code);
    return found;
  }

  it('is proved by a small request of the test, which the evidence says', async () => {
    const { context, folder } = await heroDesk();
    assert.equal(await smokeCommand(simulate, context), 0);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.requestFrom, 'test');
    assert.deepEqual([smoke?.request.durationSeconds, smoke?.request.resolution], [4, '720p']);
  });

  it('is proved by what its code and contract ask for with --as-declared', async () => {
    const { context, folder, said } = await heroDesk();
    assert.equal(await smokeCommand([...simulate, '--as-declared'], context), 0, said.err);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.requestFrom, 'route');
    const { durationSeconds, resolution, generateAudio, prompt } = smoke?.request ?? {};
    assert.deepEqual([durationSeconds, resolution, generateAudio, prompt], [6, '1080p', true, 'A red ball.']);
  });

  it('is not guessed where its places differ, nor mixed with flags', async () => {
    const other = CODE.replace('6}', '8}');
    const { context } = await heroDesk(`${CODE}${other}`);
    await assert.rejects(
      smokeCommand([...simulate, '--as-declared'], context),
      refusal(/differ in seconds \(6, 8\)/),
    );
    const flags = [...simulate, '--as-declared', '--seconds', '4'];
    await assert.rejects(smokeCommand(flags, context), refusal(/leave --seconds out/));
    await assert.rejects(
      smokeCommand([...VERTEX, '--as-declared', '--simulate'], context),
      refusal(/name one/),
    );
  });

  it('may cost what its file says, and never more than is usual', async () => {
    for (const [file, ceiling] of [
      ['smoke: { maxUsd: 0.9 }\n', '0.90'],
      ['smoke: { maxUsd: 900 }\n', '2.00'],
      ['', '2.00'],
    ] as const) {
      const { context, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
      await writeFile(join(folder, 'veo-audit.yaml'), file);
      const questions: string[] = [];
      const { extras } = liveExtras({
        ask: async (question) => {
          questions.push(question);
          return false;
        },
      });
      await smokeCommand([...ROUTER, '--live'], context, extras);
      assert.match(questions.join(), new RegExp(`the ceiling is \\$${ceiling.replace('.', '\\.')}`));
      assert.match(questions.join(), /the test's own small request/);
    }
  });
});
