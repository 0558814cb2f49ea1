// retry-policy: what a configuration says about trying again contradicts what the error needs.
import { itemRemoval, scalarEdit } from '../../routes/config/edit.ts';
import type { RetryStatement, Stated } from '../../routes/config/types.ts';
import type { Place, TextEdit } from '../../routes/types.ts';
import type { FileFinding, GraphContext, Rule } from '../rule.ts';
import type { Fix, Severity } from '../types.ts';

/** Seconds between which the waits after a 429 lie, each longer than the last, with jitter. */
const WAIT_429 = { first: 1, longest: 64 };
/** Seconds before the one new attempt after a 500. */
const WAIT_500 = { first: 5, longest: 10 };
/** Seconds before the first new attempt after a 503; each further one waits 15 s longer. */
const WAIT_503 = 30;

const NEVER: Readonly<Record<string, string>> = {
  '400': 'an invalid request stays invalid',
  '403': 'a forbidden request stays forbidden',
  refusal: 'the safety filter will refuse it again',
};

export const retryPolicy: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'retry-policy',
    severity: 'warning',
    summary:
      'Retries contradict what the error needs (429, 500 and 503 each in their way; 400 and 403 never).',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const { file, route } of context.graph.deployments) {
      for (const statement of route.retries) yield* retryFaults(context, file, statement);
    }
  },
};

/** The texts that fixes are made for. */
type Texts = Pick<GraphContext, 'text'>;

/** What is wrong with one statement; without the file's text there are no fixes. */
export function* retryFaults(
  context: Texts,
  file: string,
  statement: RetryStatement,
): Generator<FileFinding> {
  if (statement.attempts?.value === 0) return;
  const report = (
    place: Place,
    message: string,
    fix: Fix | null,
    severity: Severity = 'warning',
  ): FileFinding => ({
    file,
    start: place.start,
    end: place.end,
    message,
    fix,
    severity,
  });
  yield* refusals(context, file, statement, report);
  yield* waits(statement, report);
  yield* serverErrors(context, file, statement, report);
}

/** A 500 that comes again is no accident any more. Beside other codes the count may be meant for them. */
function* serverErrors(
  context: Texts,
  file: string,
  { attempts, on, firstWaitSeconds: first }: RetryStatement,
  report: Report,
): Generator<FileFinding> {
  const named = on.find(({ value }) => value === '500');
  if (named === undefined) return;
  const alone = on.length === 1;
  if (attempts !== null && attempts.value > 1) {
    const fix = alone ? fixOf(`Retry a 500 once`, edit(context, file, attempts, 1)) : null;
    yield report(
      alone ? attempts : named,
      `A 500 is retried ${attempts.value} times, and each attempt may start a paid job. Retry once, after ${WAIT_500.first} to ${WAIT_500.longest} s.`,
      fix,
      alone ? 'warning' : 'info',
    );
  }
  if (alone && first !== null && first.value < WAIT_500.first) {
    const message = `A 500 is retried after ${seconds(first.value)}. Wait ${WAIT_500.first} to ${WAIT_500.longest} s.`;
    yield report(first, message, null);
  }
}

type Report = (place: Place, message: string, fix: Fix | null, severity?: Severity) => FileFinding;

function* refusals(
  context: Texts,
  file: string,
  { on, attempts }: RetryStatement,
  report: Report,
): Generator<FileFinding> {
  for (const trigger of on) {
    const why = NEVER[trigger.value];
    if (why === undefined) continue;
    const what = trigger.value === 'refusal' ? 'A safety refusal' : `A ${trigger.value}`;
    const counted = on.length === 1 && attempts !== null;
    const fix = counted
      ? fixOf(`Do not retry it`, edit(context, file, attempts, 0))
      : fixOf(`Do not retry on ${trigger.value}`, removal(context, file, trigger));
    yield report(counted ? attempts : trigger, `${what} is retried, but ${why}. Do not retry it.`, fix);
  }
}

function* waits(
  { on, backoff, firstWaitSeconds: first, longestWaitSeconds: longest }: RetryStatement,
  report: Report,
): Generator<FileFinding> {
  const named = on.some(({ value }) => value === '429');
  const meant = named || on.length === 0;
  if ((meant && backoff?.value === 'constant') || (named && backoff?.value === 'linear')) {
    yield report(
      backoff,
      `The waits between retries are ${backoff.value}. After a 429, back off exponentially from ${WAIT_429.first} s to ${WAIT_429.longest} s, with jitter.`,
      null,
    );
  }
  if (meant && first !== null && first.value < WAIT_429.first) {
    const message = `The first retry comes after ${seconds(first.value)}. After a 429, wait ${WAIT_429.first} s first and back off to ${WAIT_429.longest} s.`;
    yield report(first, message, null, named ? 'warning' : 'info');
  }
  if (named && longest !== null && longest.value < WAIT_429.longest) {
    const message = `The longest wait between retries is ${seconds(longest.value)}. After a 429, back off up to ${WAIT_429.longest} s.`;
    yield report(longest, message, null, 'info');
  }
  const only503 = on.length > 0 && on.every(({ value }) => value === '503');
  if (only503 && first !== null && first.value < WAIT_503) {
    yield report(
      first,
      `The first retry after a 503 comes after ${seconds(first.value)}. Wait ${WAIT_503} s, then 15 s longer each time.`,
      null,
    );
  }
}

const seconds = (value: number): string => `${Number(value.toFixed(3))} s`;

function edit(context: Texts, file: string, stated: Stated<number>, value: number): TextEdit | null {
  const text = context.text?.(file);
  return text === undefined ? null : scalarEdit(text, stated, value);
}

function removal(context: Texts, file: string, place: Place): TextEdit | null {
  const text = context.text?.(file);
  return text === undefined ? null : itemRemoval(text, place);
}

const fixOf = (title: string, made: TextEdit | null): Fix | null =>
  made === null ? null : { title, edits: [made] };
