// Runs mocha inside VS Code, in the Node extension host and in the web one: mocha's browser build knows no files and fits both.
import 'mocha/mocha.js';
import { encodeEvent, type HostEvent } from './results.ts';

/** What the runner outside decides. */
export interface RunOptions {
  /** Limit of one test or hook, in milliseconds. */
  readonly timeoutMs: number;
  /** Runs only tests whose full title matches this regular expression. */
  readonly grep?: string;
}

type Report = (event: HostEvent) => void;
type WithMocha = typeof globalThis & { readonly Mocha: typeof Mocha; report?: Report };

/**
 * Loads the suites (with mocha's globals in place), runs them and reports each test on the console.
 * @throws Error if a test failed, so that VS Code's own test mode fails too
 */
export async function runInHost(load: () => void, options: RunOptions): Promise<void> {
  const scope = globalThis as WithMocha;
  const report = reporter();
  scope.report = report;
  // The results leave through the runner's events; the base reporter prints nothing.
  const mocha = new scope.Mocha({
    ui: 'bdd',
    reporter: scope.Mocha.reporters.Base,
    timeout: options.timeoutMs,
  });
  if (options.grep !== undefined) mocha.grep(new RegExp(options.grep));
  mocha.suite.emit('pre-require', scope, '', mocha);
  try {
    load();
  } catch (error) {
    report({ kind: 'fail', title: ['loading the suites'], error: textOf(error) });
    report({ kind: 'end' });
    throw error;
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => report({ kind: 'pass', title: test.titlePath(), ms: test.duration ?? 0 }));
    runner.on('fail', (test, error: unknown) =>
      report({ kind: 'fail', title: test.titlePath(), error: textOf(error) }),
    );
    runner.on('pending', (test) =>
      report({ kind: 'fail', title: test.titlePath(), error: 'A skipped test proves nothing.' }),
    );
  });
  report({ kind: 'end' });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Hands a JSON value to the runner outside, which finds it under `data[name]`. For suites. */
export function emit(name: string, value: unknown): void {
  (globalThis as WithMocha).report?.({ kind: 'data', name, value });
}

function reporter(): Report {
  let sequence = 0;
  return (event) => {
    for (const line of encodeEvent(event, sequence)) console.log(line);
    sequence += 1;
  };
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? '';
  return stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
}
