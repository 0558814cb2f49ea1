// Objects that grow: entries put, objects spread into others, each sure or not.
import { choice, isNull, optionsOf, type Result, scalarResult, UNKNOWN } from './result.ts';

type ObjectResult = Extract<Result, { kind: 'object' }>;

const EMPTY: ObjectResult = { kind: 'object', type: null, entries: new Map(), open: false, at: null };

/** A value that is put together step by step. Entries are copied once, however many steps there are. */
export class GrowingObject {
  private now: Result;
  /** The entries of `now`, once they are this object's own. */
  private entries: Map<string, Result> | null = null;
  /** The keys that were set since something unseen was last spread over all of them. */
  private fresh = new Set<string>();

  constructor(start: Result) {
    this.now = start;
    if (start.kind === 'object') this.fresh = new Set(start.entries.keys());
  }

  get value(): Result {
    return this.now;
  }

  /** Puts a value at a path; `sure` false: it may have been put there. */
  put(path: readonly string[], value: Result, sure: boolean): void {
    const [key, ...rest] = path;
    if (key === undefined) this.spread(sure ? value : choice([EMPTY, value]));
    else if (this.now.kind === 'choice')
      this.replace({
        kind: 'choice',
        options: this.now.options.map((option) => put(option, path, value, sure)),
      });
    else this.putUnder(key, rest, value, sure);
  }

  private putUnder(key: string, rest: readonly string[], value: Result, sure: boolean): void {
    if (this.now.kind === 'unknown') this.replace({ ...EMPTY, open: true });
    const entries = this.own();
    if (entries === null) return;
    const before = entries.get(key);
    this.fresh.add(key);
    entries.set(
      key,
      rest.length > 0
        ? put(before ?? EMPTY, rest, value, sure)
        : sure
          ? value
          : choice([before ?? scalarResult(null), value]),
    );
  }

  /** Spreads another object's entries over its own. */
  spread(other: Result): void {
    if (this.now.kind !== 'object' || isNull(other)) return;
    const entries = this.own();
    if (entries === null) return;
    const options = optionsOf(other);
    const objects = options.filter((option) => option.kind === 'object');
    const sure = objects.length === options.length && objects.length === 1;
    const names = new Set(objects.flatMap((one) => [...one.entries.keys()]));
    // What cannot be seen may override whatever stands before it.
    if (options.some(isUnseen)) this.doubt(entries, names);
    for (const name of names) {
      const given = objects.map((one) => one.entries.get(name));
      const missing =
        !sure && (given.some((value) => value === undefined) || objects.length < options.length);
      const before = entries.get(name) ?? scalarResult(null);
      const values = given.flatMap((value) => (value === undefined ? [] : [value]));
      entries.set(name, choice([...(missing ? [before] : []), ...values]));
      this.fresh.add(name);
    }
  }

  private doubt(entries: Map<string, Result>, but: ReadonlySet<string>): void {
    for (const name of this.fresh) {
      const value = but.has(name) ? undefined : entries.get(name);
      if (value !== undefined) entries.set(name, choice([value, UNKNOWN]));
    }
    this.fresh = new Set();
    if (this.now.kind === 'object') this.now = { ...this.now, open: true };
  }

  private replace(value: Result): void {
    this.now = value;
    this.entries = null;
    this.fresh = new Set(value.kind === 'object' ? value.entries.keys() : []);
  }

  /** The entries, free to be changed; null where this is no object. */
  private own(): Map<string, Result> | null {
    if (this.now.kind !== 'object') return null;
    if (this.entries === null) {
      this.entries = new Map(this.now.entries);
      this.now = { ...this.now, entries: this.entries };
    }
    return this.entries;
  }
}

/** An object with a value put at a path; `sure` false: it may have been put there. */
export function put(object: Result, path: readonly string[], value: Result, sure: boolean): Result {
  const made = new GrowingObject(object);
  made.put(path, value, sure);
  return made.value;
}

/** Whether further entries may be in a value than those in sight. */
const isUnseen = (option: Result): boolean =>
  option.kind === 'unknown' || option.kind === 'text' || (option.kind === 'object' && option.open);
