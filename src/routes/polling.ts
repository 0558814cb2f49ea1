// Loops that ask for an operation's state until it is done, with nothing that ends them.
import type { Program } from './syntax/program.ts';
import { descendants, type SyntaxNode } from './syntax/tree.ts';
import type { Place } from './types.ts';

/** Asks an API for the state of a job. */
const POLLS =
  /\b(?:getVideosOperation|get_videos_operation|GetVideosOperation|fetchPredictOperation|fetch_predict_operation|getVideosOperationAsync|a?video_status|record-info|recordInfo)\b|\b[oO]perations\s*\.\s*[gG]et\w*\s*\(|\bvideos\s*\.\s*retrieve\s*\(|\bpredictions\s*\.\s*get\s*\(/;

/** Asks an HTTP server for something that the loop then looks at. */
const ASKS = /\b(?:fetch|requests\.get|httpx\.get|axios\.get|curl|Invoke-RestMethod|\w+\.get)\b\s*\(?/;
const LOOKS_DONE =
  /\bdone\b|\bDone\b|["']?status["']?\s*(?:\)\s*)?(?:[!=]=|\bin\b)|"completed"|'completed'|\.done\b/;

/** What ends a loop in the end: clocks, counters, tokens, signals. */
const ENDS =
  /deadline|time_?out|expires?_?at|give_?up|max_?\w{0,20}(?:attempt|tries|retries|poll|wait|iteration|second|minute)|\battempts?\b|\btries\b|\bretries\b|elapsed|perf_counter|monotonic|Date\.now|performance\.now|time\.time\(\)|getTime\(|nanoTime|currentTimeMillis|Stopwatch|Instant\b|DateTime|abort|signal|Cancellation|\bct\b|ctx\.Done|WithTimeout|WithDeadline|\bcount(?:er)?\b|\+\+|\+=\s*1\b|wait_for|Promise\.race|hrtime|microtime|time\(\)|Time\.now|Process\.clock/i;

/** Bounds that a loop states in its own head. */
const COUNTED =
  /^(?:for|foreach)\b[^\n;]*\b(?:in|of|range)\b|^foreach\b|\brange\s*\(|[<>]=?\s*[\w.]+\s*;|\bin\s+(?:0\.\.|1\.\.|seq|\{)|\btimes\b|\benumerate\s*\(/;

/** The sleeping call is named like a deadline. */
const SLEEPS = /\bset_?timeout\b/gi;

/** The longest loop, and the longest way to it, that are looked at, in UTF-16 code units: one that only polls is short. */
const LONGEST_LOOP = 20_000;

/** The heads of loops that poll without a deadline or a cap on attempts. Conservative: doubt means no finding. */
export function unboundedPolling({ root, lowering }: Program): readonly Place[] {
  const { table, text } = lowering;
  if (!POLLS.test(text) && !text.includes(':predictLongRunning')) return [];
  const found: Place[] = [];
  const starts = new Set<number>();
  for (const node of descendants(root)) {
    if (!table.loops.includes(node.type)) continue;
    if (node.end - node.start > LONGEST_LOOP) continue;
    const source = text.slice(node.start, node.end).replace(SLEEPS, '');
    const head = headOf(text, node);
    const polls =
      POLLS.test(source) ||
      (text.includes(':predictLongRunning') && ASKS.test(source) && LOOKS_DONE.test(source));
    if (
      !polls ||
      COUNTED.test(text.slice(head.start, head.end)) ||
      ENDS.test(source) ||
      boundedAround(node, lowering)
    )
      continue;
    if (isInside(starts, node)) continue;
    starts.add(node.start);
    found.push(head);
  }
  return found;
}

/** Whether the function around a loop bounds it from outside. */
function boundedAround(node: SyntaxNode, { table, text }: Program['lowering']): boolean {
  let around: SyntaxNode | null = node.parent;
  while (around !== null && table.rules[around.type]?.as !== 'function') around = around.parent;
  if (around === null) return false;
  if (node.start - around.start > LONGEST_LOOP) return true;
  return /deadline|WithTimeout|WithDeadline|wait_for|asyncio\.timeout|Promise\.race|timeout\s*=|withTimeout|\wtime_?out|time_?out_?(?:ms|secs?|seconds|minutes)|AbortSignal/i.test(
    text.slice(around.start, node.start).replace(SLEEPS, ''),
  );
}

function headOf(text: string, node: SyntaxNode): Place {
  const line = text.slice(node.start, node.end).indexOf('\n');
  return { start: node.start, end: line < 0 ? node.end : node.start + line };
}

/** Whether a loop lies in one that begins at one of `starts`. */
function isInside(starts: ReadonlySet<number>, node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null && at.parent !== null; at = at.parent)
    if (starts.has(at.start)) return true;
  return false;
}
