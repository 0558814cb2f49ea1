// Gathers what suites inside a VS Code window report, prints it as mocha would, and ends the wait when the window falls silent.
import { EventReader, type HostEvent } from './inside/results.ts';
import type { Window } from './page.ts';

/** A test that failed, and why. */
export interface Failure {
  readonly title: string;
  readonly error: string;
}

/** What came of a run. */
export interface Outcome {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** The values that suites handed out with `emit(name, value)`. */
  readonly data: ReadonlyMap<string, unknown>;
}

const LAST_LINES = 30;
// What this VS Code says at every start, and what says nothing about a suite.
const NOISE =
  /Failed to load resource|bindings file|Release\/watchdog|iframe|Service ?Worker|HTTP response code|Canceled|socket|connection token|grace-time|AgentHost|AccountPolicyGate|builtin extensions/i;
// Longer lines are the workbench's own state dumps.
const LINE_LENGTH = 500;

/**
 * Opens a window, waits for its suites to end, closes it.
 * @param open opens the window and passes every console line on
 * @param readable makes a stack trace of the bundle fit for reading
 * @param limitMs after which the run counts as one failure, shown with the last console lines
 */
export async function gather(
  label: string,
  open: (onConsole: (line: string) => void) => Promise<Window>,
  limitMs: number,
  readable: (stack: string) => string = (stack) => stack,
): Promise<Outcome> {
  const reader = new EventReader();
  const events: HostEvent[] = [];
  const other: string[] = [];
  const print = printer(label);
  let finish: (reason: string | undefined) => void = () => {};
  const finished = new Promise<string | undefined>((resolve) => {
    finish = resolve;
  });
  const timer = setTimeout(() => finish(`no end of the suites within ${limitMs / 1000} s`), limitMs);
  let window: Window | undefined;
  try {
    window = await open((line) => {
      const onEvent = reader.accept(line);
      if (onEvent === undefined && !NOISE.test(line)) other.push(line.slice(0, LINE_LENGTH));
      for (const raw of onEvent ?? []) {
        const event = raw.kind === 'fail' ? { ...raw, error: readable(raw.error) } : raw;
        events.push(event);
        print(event);
        if (event.kind === 'end') finish(undefined);
      }
    });
    // The console lines of the end may still be on their way when VS Code says that it is over.
    void window.testsEnded.then((code) =>
      setTimeout(() => finish(`VS Code ended the run with code ${code} before the suites reported`), 1000),
    );
    window.page.once('crash', () => finish('the page crashed'));
    window.page.once('close', () => finish('the window was closed'));
    const trouble = await finished;
    if (trouble === undefined) return tally(label, events);
    const error = `${trouble}; the last console lines were:\n${other.slice(-LAST_LINES).join('\n')}`;
    const failure: HostEvent = { kind: 'fail', title: ['the run as a whole'], error };
    print(failure);
    return tally(label, [...events, failure]);
  } finally {
    clearTimeout(timer);
    await window?.close();
  }
}

/** Adds outcomes up. */
export function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    data: new Map(outcomes.flatMap(({ data }) => [...data])),
  };
}

/** Repeats what failed, as mocha ends its output: that is all that a cut log keeps. */
export function printFailures(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  console.log(`\n  ${failures.length} failing`);
  for (const { title, error } of failures) {
    console.log(`\n    ${title}\n${error.replaceAll(/^/gm, '      ')}`);
  }
}

function tally(label: string, events: readonly HostEvent[]): Outcome {
  return {
    passed: events.filter(({ kind }) => kind === 'pass').length,
    failures: events.flatMap((event) =>
      event.kind === 'fail' ? [{ title: [label, ...event.title].join(' › '), error: event.error }] : [],
    ),
    data: new Map(
      events.flatMap((event) => (event.kind === 'data' ? [[event.name, event.value] as const] : [])),
    ),
  };
}

/** Prints each event at once, with a heading wherever the describe block changes. */
function printer(label: string): (event: HostEvent) => void {
  console.log(`\n  ${label}`);
  let heading = '';
  return (event) => {
    if (event.kind !== 'pass' && event.kind !== 'fail') return;
    const block = event.title.slice(0, -1).join(' › ');
    if (block !== heading) console.log(`    ${block}`);
    heading = block;
    const title = event.title.at(-1) ?? '';
    if (event.kind === 'pass') console.log(`      ✔ ${title}${event.ms > 75 ? ` (${event.ms} ms)` : ''}`);
    else console.log(`      ✘ ${title}\n${event.error.replaceAll(/^/gm, '          ')}`);
  };
}
