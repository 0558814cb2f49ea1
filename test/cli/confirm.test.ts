// The question before a bill, on a real pseudo-terminal: whose answer it is, and what is no answer.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const QUESTION = /Type yes to send: /g;

/** Two questions as two runs ask them, and what each was answered. */
const PROGRAM = `
  import { askTerminal } from './cli/askTerminal.ts';
  import { oneAtATime } from './smoke/questions.ts';
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  const terminal = { input: process.stdin, output: process.stderr, interrupt: () => process.emit('SIGINT') };
  const { signal } = controller;
  const ask = oneAtATime((question) => askTerminal(question, terminal));
  const answers = await Promise.all([ask('Send one for $0.60?', signal), ask('Send two for $1.60?', signal)]);
  console.log('ANSWERS ' + JSON.stringify(answers));
`;

/** A terminal of Python's standard library: passes what it reads on its input to the program, and shows what that writes. */
const TERMINAL = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
import select
while True:
    ready, _, _ = select.select([0, terminal], [], [])
    try:
        if terminal in ready:
            data = os.read(terminal, 4096)
            if not data: break
            os.write(1, data)
        if 0 in ready:
            os.write(terminal, os.read(0, 4096))
    except OSError:
        break
`;

/** Types each text when its question is shown, and returns what was on the screen. */
async function typed(program: string, ...answers: readonly string[]): Promise<string> {
  const child = spawn('python3', ['-c', TERMINAL, process.execPath, program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  let given = 0;
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    screen += text;
    const shown = [...screen.matchAll(QUESTION)].length;
    for (; given < Math.min(shown, answers.length); given += 1) child.stdin.write(answers[given] ?? '');
    if (screen.includes('ANSWERS')) break;
  }
  child.kill();
  return screen;
}

function answersOn(screen: string): unknown {
  return JSON.parse(/ANSWERS (.*)/.exec(screen)?.[1] ?? 'null');
}

describe('the question before a bill, on a terminal', function () {
  this.timeout(60_000);
  const place: { program: string } = { program: '' };
  before(async () => {
    place.program = join(await mkdtemp(join(tmpdir(), 'veo-audit-terminal-')), 'ask.mjs');
    await build({
      stdin: {
        contents: PROGRAM,
        resolveDir: fileURLToPath(new URL('../../src/', import.meta.url)),
        loader: 'ts',
      },
      outfile: place.program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
  });

  it('takes one yes for one bill', async () => {
    const screen = await typed(place.program, 'yes\n', 'no\n');
    assert.ok(screen.indexOf('$0.60') < screen.indexOf('$1.60'), screen);
    assert.deepEqual(answersOn(screen), [true, false]);
  });

  it('takes a second yes that was typed ahead for no answer to the second question', async () => {
    assert.deepEqual(answersOn(await typed(place.program, 'yes\nyes\n', 'no\n')), [true, false]);
  });

  it('takes two answers for two bills', async () => {
    assert.deepEqual(answersOn(await typed(place.program, 'yes\n', 'yes\n')), [true, true]);
  });

  it('takes Ctrl+C at a question for no, and asks nothing more', async () => {
    const screen = await typed(place.program, '\u0003');
    assert.deepEqual(answersOn(screen), [false, false]);
    assert.doesNotMatch(screen, /\$1\.60/);
  });

  it('takes the end of the input for no', async () => {
    assert.deepEqual(answersOn(await typed(place.program, '\u0004', 'no\n')), [false, false]);
  });
});
