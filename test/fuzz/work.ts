// Counts the work of a call instead of its time: how often each stretch of code ran, and what built-ins went over.
import { type Profiler, Session } from 'node:inspector';

/** What ran, by where it stands (`src/x.ts:12 name`); built-ins stand under their own names. */
export interface Work {
  readonly total: number;
  readonly parts: ReadonlyMap<string, number>;
}

/** Runs a call and counts its work: the same on every machine, however busy it is. */
export async function workOf(run: () => unknown): Promise<Work> {
  const session = new Session();
  session.connect();
  const builtIns = new Map<string, number>();
  const restore = countBuiltIns((name, size) => void builtIns.set(name, (builtIns.get(name) ?? 0) + size));
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    take(session);
    builtIns.clear();
    await run();
    const parts = new Map([...builtIns, ...ranIn(take(session))]);
    let total = 0;
    for (const count of parts.values()) total += count;
    return { total, parts };
  } finally {
    restore();
    session.disconnect();
  }
}

function take(session: Session): readonly Profiler.ScriptCoverage[] {
  let taken: readonly Profiler.ScriptCoverage[] = [];
  // Within one process the answer comes before the call returns.
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error !== null) throw error;
    taken = answer.result;
  });
  return taken;
}

/** How often each function ran, with its blocks; this file and what loads the tests is left out. */
function ranIn(scripts: readonly Profiler.ScriptCoverage[]): ReadonlyMap<string, number> {
  const ran = new Map<string, number>();
  for (const { url, functions } of scripts) {
    if (!url.startsWith('file:') || /node_modules\/(?:tsx|esbuild|mocha)\/|\/fuzz\/work\.ts/.test(url))
      continue;
    const file = url.replace(/^.*\/(?=(?:src|test|node_modules)\/)/, '').replace(/\?.*$/, '');
    for (const { functionName, ranges } of functions) {
      const count = ranges.reduce((sum, range) => sum + range.count, 0);
      if (count === 0) continue;
      const name = `${file} ${functionName || ranges[0]?.startOffset}`;
      ran.set(name, (ran.get(name) ?? 0) + count);
    }
  }
  return ran;
}

type Count = (name: string, size: number) => void;
// biome-ignore lint/suspicious/noExplicitAny: a built-in is called with whatever it was called with.
type Method = (this: any, ...args: any[]) => any;

/** Counts what searching and copying built-ins go over, until the returned function is called. */
function countBuiltIns(count: Count): () => void {
  const undo = [
    replaced(RegExp.prototype, 'exec', (exec) => countedExec(exec, count)),
    ...(['indexOf', 'includes', 'lastIndexOf', 'split'] as const).map((name) =>
      replaced(String.prototype, name, (method) => bySize(method, `String ${name}`, count)),
    ),
    ...(['indexOf', 'includes', Symbol.iterator] as const).map((name) =>
      replaced(Array.prototype, name, (method) => bySize(method, `Array ${String(name)}`, count)),
    ),
    ...([Symbol.iterator, 'values', 'keys'] as const).map((name) =>
      replaced(Map.prototype, name, (method) => bySize(method, `Map ${String(name)}`, count)),
    ),
    replaced(
      JSON,
      'parse',
      (parse) =>
        function (this: unknown, text: string, ...others) {
          count('JSON parse', text.length);
          return parse.call(this, text, ...others);
        },
    ),
  ];
  return () => {
    for (const restore of undo) restore();
  };
}

function replaced<T extends object>(owner: T, name: keyof T, make: (method: Method) => Method): () => void {
  const before = owner[name] as Method;
  Object.defineProperty(owner, name, { value: make(before), writable: true, configurable: true });
  return () => Object.defineProperty(owner, name, { value: before, writable: true, configurable: true });
}

/** One that goes over the whole of what it is called on, or up to the offset that it gives. */
const bySize = (method: Method, name: string, count: Count): Method =>
  function (...args) {
    const found = method.apply(this, args);
    count(name, distance(name, found, this.length ?? this.size ?? 0, args[1]));
    return found;
  };

/** How far a search went: to what it found, from the end or from an offset where it begins there. */
function distance(name: string, found: unknown, size: number, offset: unknown): number {
  const isBackwards = name === 'String lastIndexOf';
  const from = typeof offset === 'number' ? Math.min(offset, size) : isBackwards ? size : 0;
  const to = typeof found === 'number' && found >= 0 ? found : isBackwards ? 0 : size;
  return Math.abs(to - from) + 1;
}

/** A search goes from where it begins to the end of what it finds; one that is tied to a place only over that. */
const countedExec = (exec: Method, count: Count): Method =>
  function (...args) {
    const { lastIndex, global, sticky, source, multiline } = this as RegExp;
    const found = exec.apply(this, args) as RegExpExecArray | null;
    const from = global || sticky ? lastIndex : 0;
    const isTied = sticky || (source.startsWith('^') && !multiline);
    const end = found === null ? (isTied ? from : String(args[0]).length) : found.index + found[0].length;
    count(`RegExp ${source.slice(0, 60)}`, Math.max(0, end - from) + 1);
    return found;
  };
