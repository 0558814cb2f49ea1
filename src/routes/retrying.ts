// Billable submits inside of a blind retry: a timeout may already have started a paid job.
import type { Program } from './syntax/program.ts';
import type { SyntaxNode } from './syntax/tree.ts';
import type { Place } from './types.ts';
import { countUpTo } from './values/assignments.ts';
import { calledName } from './values/expression.ts';

/** Calls that run what they are given again after an error. */
const RETRIES =
  /^(?:p?Retry|retry\w*|with_?Retry\w*|withRetries|with_retries|backOff|retryAsync|asyncRetry|executeWithRetry\w*|call_with_retry|run_with_retry|retrying|callWithRetry|exponentialBackoff|ExecuteAsync)$/i;

/** Decorators and annotations that do so. */
const RETRYING_DECORATOR =
  /^@\s*(?:tenacity\.)?(?:retry\b|retrying\b|backoff\.on_exception|backoff\.on_predicate|Retryable\b|Retry\b)/;

/** A retry that looks at the error before it tries again is not blind. */
const LOOKS =
  /retry_?if|give_?up|should_?retry|retry_?on|retryable|predicate|\b429\b|\b503\b|RateLimit|ResourceExhausted|TooManyRequests|status_?code|\.status\b|\.code\b|isRetryable|transient|AbortError|retry_?for|include\s*=|value\s*=|noRetryFor/i;

const ATTEMPT = /attempt|retr(?:y|ies)|\btries\b|max_?tries/i;

/** How far around a submit is looked for what a retry looks at, in UTF-16 code units. */
const REACH = 4000;

/** The submits (places of routes in the program's text) that a blind retry sends again. Doubt means no finding. */
export function retriedSubmits({ root, lowering }: Program, submits: readonly Place[]): readonly Place[] {
  return submits.filter((submit) => {
    const node = nodeAt(root, submit);
    return (
      insideRetryCall(lowering, node) || underDecorator(lowering, node) || insideAttemptLoop(lowering, node)
    );
  });
}

/** The innermost node that covers a place. */
function nodeAt(root: SyntaxNode, place: Place): SyntaxNode {
  let at = root;
  for (;;) {
    const { children } = at;
    const inner = children[countUpTo(children, ({ end }) => end < place.end)];
    if (inner === undefined || inner.start > place.start) return at;
    at = inner;
  }
}

function insideRetryCall({ table, text, expression }: Program['lowering'], node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (table.rules[at.type]?.as !== 'call') continue;
    const call = expression(at);
    if (call.kind !== 'call' || !RETRIES.test(calledName(call.callee))) continue;
    const around =
      text.slice(Math.max(at.start, node.start - REACH), node.start) +
      text.slice(node.end, Math.min(at.end, node.end + REACH));
    return call.callee.end <= node.start && !LOOKS.test(around);
  }
  return false;
}

function underDecorator({ table, text }: Program['lowering'], node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (table.rules[at.type]?.as !== 'function') continue;
    const holder = at.parent?.type === 'decorated_definition' ? at.parent : at;
    const signs = holder.children.flatMap((child) => (child.type === 'modifiers' ? child.children : [child]));
    return signs.some((sign) => {
      const source = text.slice(sign.start, sign.end);
      return (
        /decorator|annotation|attribute/.test(sign.type) &&
        RETRYING_DECORATOR.test(source) &&
        !LOOKS.test(source) &&
        isBroad(source)
      );
    });
  }
  return false;
}

/** Whether what is retried on is any error: a named error of a certain kind may be one before the job starts. */
function isBroad(decorator: string): boolean {
  return !/on_exception/.test(decorator) || /\bException\b|RequestException|Timeout/.test(decorator);
}

const textOf = (text: string, { start, end }: SyntaxNode): string =>
  text.slice(start, Math.min(end, start + REACH));

/** Whether a handler tries again whatever the error was. */
const isBlind = (handler: string): boolean =>
  !LOOKS.test(handler) &&
  !/^\s*(?:except|catch|rescue)[^\n]*(?:\n\s*(?:\{\s*)?|(?<=[\s:{)]))(?:raise|throw|return|break)\b/.test(
    handler,
  );

/** A submit in a `try` inside of a loop over attempts whose handler looks at nothing. */
function insideAttemptLoop({ table, text }: Program['lowering'], node: SyntaxNode): boolean {
  let caught: SyntaxNode | null = null;
  for (let at = node.parent; at !== null; at = at.parent) {
    if (table.rules[at.type]?.as === 'function') return false;
    if (/^try|^begin$/.test(at.type)) caught = at;
    if (!table.loops.includes(at.type) || caught === null) continue;
    const line = text.indexOf('\n', at.start);
    const handlers = caught.children.filter((child) => /except|catch|rescue/.test(child.type));
    const blind = handlers.length > 0 && handlers.every((handler) => isBlind(textOf(text, handler)));
    return (
      blind &&
      ATTEMPT.test(text.slice(at.start, line < 0 ? at.start + REACH : Math.min(line, at.start + REACH)))
    );
  }
  return false;
}
