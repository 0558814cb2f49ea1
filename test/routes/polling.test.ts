// Loops that poll forever are told from those that a clock, a counter or a token ends.
import assert from 'node:assert/strict';
import { readText } from './readText.ts';

const ID = 'veo-3.1-fast-generate-preview';

const UNBOUNDED: Readonly<Record<string, string>> = {
  'a.ts': `let op = await ai.models.generateVideos({ model: '${ID}' });\nwhile (!op.done) {\n  await new Promise((r) => setTimeout(r, 10000));\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`,
  'a.py': `op = client.models.generate_videos(model="${ID}")\nwhile not op.done:\n    time.sleep(10)\n    op = client.operations.get(op)\n`,
  'a.go': `package a\nfunc f() {\n\top, _ := client.Models.GenerateVideos(ctx, "${ID}", "x", nil, nil)\n\tfor !op.Done {\n\t\ttime.Sleep(10 * time.Second)\n\t\top, _ = client.Operations.GetVideosOperation(ctx, op, nil)\n\t}\n}\n`,
  'a.sh': `op=$(curl -s "https://generativelanguage.googleapis.com/v1beta/models/${ID}:predictLongRunning" -d '{}' | jq -r .name)\nwhile true; do\n  s=$(curl -s "https://generativelanguage.googleapis.com/v1beta/$op")\n  if [ "$(echo "$s" | jq .done)" = "true" ]; then break; fi\n  sleep 10\ndone\n`,
};

/** Words that only sound like deadlines: how long to sleep, and how a sleep is called. */
const NO_DEADLINE = ['pollIntervalMs', 'sleepSeconds', 'setTimeout(next, 1000)'];

const BOUNDED: Readonly<Record<string, string>> = {
  'a counter': `let op = await ai.models.generateVideos({ model: '${ID}' });\nlet i = 0;\nwhile (!op.done && i++ < 60) {\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`,
  'a clock': `const until = Date.now() + 600000;\nlet op = await ai.models.generateVideos({ model: '${ID}' });\nwhile (!op.done) {\n  if (Date.now() > until) throw new Error('late');\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`,
  'a counted loop': `let op = await ai.models.generateVideos({ model: '${ID}' });\nfor (let n = 0; n < 60; n++) {\n  if (op.done) break;\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`,
  'a signal': `let op = await ai.models.generateVideos({ model: '${ID}' });\nwhile (!op.done) {\n  signal.throwIfAborted();\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`,
  ...Object.fromEntries(
    ['pollTimeoutMs', 'deadlineAt', 'maxWaitSeconds', 'giveUpAfter', 'maxPolls', 'expiresAt'].map((word) => [
      `the deadline ${word}`,
      `let op = await ai.models.generateVideos({ model: '${ID}' });\nwhile (!op.done) {\n  check(${word});\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`,
    ]),
  ),
  ...Object.fromEntries(
    ['AbortSignal.timeout(600_000)', 'pollTimeoutMs = 600_000', 'deadline = later(600)'].map((bound) => [
      `a function that is bounded from around by ${bound}`,
      `async function finish(op, ${bound.includes('(') ? `until = ${bound}` : bound}) {\n  while (!op.done) {\n    op = await ai.operations.getVideosOperation({ operation: op });\n  }\n  return op;\n}\nfinish(await ai.models.generateVideos({ model: '${ID}' }));\n`,
    ]),
  ),
  'no poll': `let op = await ai.models.generateVideos({ model: '${ID}' });\nwhile (queue.length > 0) {\n  queue.shift();\n}\n`,
};

describe('polling without an end', () => {
  for (const [path, text] of Object.entries(UNBOUNDED)) {
    it(`is found in ${path}`, async () => {
      const { pollingLoops } = await readText(path, text);
      assert.equal(pollingLoops.length, 1);
      assert.match(text.slice(pollingLoops[0]?.start, pollingLoops[0]?.end), /^(?:while|for)\b[^\n]*$/);
    });
  }
  for (const word of NO_DEADLINE) {
    it(`is found beside ${word}`, async () => {
      const text = `let op = await ai.models.generateVideos({ model: '${ID}' });\nwhile (!op.done) {\n  wait(${word});\n  op = await ai.operations.getVideosOperation({ operation: op });\n}\n`;
      assert.equal((await readText('a.ts', text)).pollingLoops.length, 1);
    });
  }
  it('is found where only another function is bounded', async () => {
    const text = `async function other(deadline) {}\nasync function finish(op) {\n  while (!op.done) {\n    op = await ai.operations.getVideosOperation({ operation: op });\n  }\n  return op;\n}\nfinish(await ai.models.generateVideos({ model: '${ID}' }));\n`;
    assert.equal((await readText('a.ts', text)).pollingLoops.length, 1);
  });
  for (const [name, text] of Object.entries(BOUNDED)) {
    it(`is not said of ${name}`, async () => {
      assert.deepEqual((await readText('a.ts', text)).pollingLoops, []);
    });
  }
});
