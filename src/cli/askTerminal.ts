// Asks a person at a terminal before something that is billed.

import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { CliContext } from './context.ts';

/** Typed before the question was there, milliseconds: it cannot be meant as its answer and is thrown away. */
const SETTLE_MS = 150;

/** The two ends of a terminal. */
export interface Terminal {
  readonly input: ReadStream;
  readonly output: NodeJS.WriteStream;
  /** What Ctrl+C does while a question is open. */
  interrupt(): void;
}

/** Whether a person typed yes, after the question was shown. Ctrl+C and the end of the input are no. */
export async function askTerminal(
  question: string,
  { input, output, interrupt }: Terminal,
): Promise<boolean> {
  await dropTyped(input);
  const lines = createInterface({ input, output });
  return new Promise((resolve) => {
    const conclude = (yes: boolean) => {
      resolve(yes);
      lines.close();
    };
    lines.on('close', () => resolve(false));
    lines.on('SIGINT', () => {
      output.write('\n');
      interrupt();
      conclude(false);
    });
    lines.question(`${question} Type yes to send: `, (answer) =>
      conclude(answer.trim().toLowerCase() === 'yes'),
    );
  });
}

/** Reads away what waits in the terminal, an answer to an earlier question that was typed twice for example. */
async function dropTyped(input: ReadStream): Promise<void> {
  const drop = () => {};
  input.on('data', drop).resume();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  input.off('data', drop).pause();
}

/** Whether a pipeline runs this. */
export function isCi(env: CliContext['env']): boolean {
  return env.CI !== undefined && env.CI !== '' && env.CI !== 'false';
}

/** What asks the person at this terminal; undefined where nobody is there. */
export function personHere(env: CliContext['env']): ((question: string) => Promise<boolean>) | undefined {
  const { stdin: input, stderr: output } = process;
  if (!input.isTTY || !output.isTTY || isCi(env)) return undefined;
  return (question) => askTerminal(question, { input, output, interrupt: () => process.emit('SIGINT') });
}
