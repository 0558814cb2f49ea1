// Runs inputs through everything that reads texts of others, and collects what does not hold.

import { CHECKS, type Check } from './check.ts';
import { auditOf } from './engine.ts';
import { type Input, inputFrom, randomFrom, seedTexts } from './inputs.ts';
import { workOf } from './work.ts';

/** An input that broke a check. `index` and the seed give it again. */
export interface Failure extends Input {
  readonly index: number;
  readonly check: string;
  readonly error: string;
}

/** How the work for a text grew when it was written twice as often. */
export interface Growth {
  readonly path: string;
  readonly ratio: number;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  /** After how many inputs the growth of one is measured; 0: never. */
  readonly growthEvery: number;
  /** Asked between inputs whether to go on. */
  readonly goesOn?: () => boolean;
}

export interface FuzzResult {
  /** Inputs that were read, by check. */
  readonly read: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
  readonly growths: readonly Growth[];
}

/** The length from which the work for a text is in proportion to it: windows of readers are full. */
const GROWN = 16_000;

/** Reads `runs` inputs. The same seed reads the same ones. */
export async function fuzz({
  seed,
  runs,
  growthEvery,
  goesOn = () => true,
}: FuzzOptions): Promise<FuzzResult> {
  const random = randomFrom(seed);
  const seeds = seedTexts();
  const read = new Map<string, number>();
  const failures: Failure[] = [];
  const growths: Growth[] = [];
  for (let index = 0; index < runs && goesOn(); index++) {
    const input = inputFrom(random, seeds);
    const check = checkAt(random(100));
    const error = await errorOf(check, input);
    read.set(check.name, (read.get(check.name) ?? 0) + 1);
    if (error !== null) failures.push({ ...input, index, check: check.name, error });
    if (growthEvery > 0 && index % growthEvery === growthEvery - 1) growths.push(await growthOf(input));
  }
  return { read, failures, growths };
}

function checkAt(share: number): Check {
  let left = share;
  for (const check of CHECKS) {
    left -= check.share;
    if (left < 0) return check;
  }
  throw new Error('the shares of the checks make no hundred');
}

async function errorOf(check: Check, input: Input): Promise<string | null> {
  try {
    await check.run(input);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Work for twice as many copies of a text, by the work for half of them. */
async function growthOf({ path, text }: Input): Promise<Growth> {
  const copies = Math.ceil(GROWN / (text.length + 1));
  const many = `${text}\n`.repeat(copies);
  await auditOf(path, text);
  const once = await workOf(() => auditOf(path, many));
  const twice = await workOf(() => auditOf(path, many + many));
  return { path, ratio: twice.total / once.total };
}
