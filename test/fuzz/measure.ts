// Measures the work for shapes at two sizes and prints it: a process of its own, since optimised code counts no calls
// (`--no-opt`). Arguments: `NAME=PARTS` each.
import { auditOf } from './engine.ts';
import { SHAPES } from './shapes.ts';
import { type Work, workOf } from './work.ts';

/** How many of the parts that grew the most are named. */
const NAMED = 10;

/** The work for a number of parts and for twice as many. */
export interface Measured {
  readonly name: string;
  readonly once: number;
  readonly twice: number;
  readonly grown: readonly string[];
}

async function measure(name: string, parts: number): Promise<Measured> {
  const shape = SHAPES.find((one) => `${one.path} ${one.name}` === name);
  if (shape === undefined) throw new Error(`There is no shape ${name}.`);
  await auditOf(shape.path, shape.text(parts));
  const once = await workOf(() => auditOf(shape.path, shape.text(parts)));
  const twice = await workOf(() => auditOf(shape.path, shape.text(2 * parts)));
  return { name, once: once.total, twice: twice.total, grown: grownBetween(once, twice) };
}

function grownBetween(once: Work, twice: Work): readonly string[] {
  const parts = [...twice.parts].map(([part, count]) => {
    const before = once.parts.get(part) ?? 0;
    return { excess: count - 2 * before, line: `${part}: ${count} after ${before}` };
  });
  return parts
    .toSorted((a, b) => b.excess - a.excess)
    .slice(0, NAMED)
    .map(({ line }) => line);
}

async function main(): Promise<void> {
  const measured: Measured[] = [];
  for (const argument of process.argv.slice(2)) {
    const [name = '', parts = ''] = argument.split('=');
    measured.push(await measure(name, Number(parts)));
  }
  console.log(JSON.stringify(measured));
}

void main();
