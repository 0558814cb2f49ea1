// Runs every benchmark beside this file (or those whose names begin with an argument) and prints their figures.
import { readdirSync } from 'node:fs';
import { type Benchmark, type Measure, MissingToolError } from './benchmark.ts';

async function load(file: string): Promise<Benchmark> {
  const { benchmark } = (await import(new URL(file, import.meta.url).href)) as {
    readonly benchmark: Benchmark;
  };
  return benchmark;
}

/** Lines that a benchmark laid out itself stay as they are; figures become a table. */
function tableOf(rows: readonly (Measure | string)[]): string {
  const width = Math.max(0, ...rows.map((row) => (typeof row === 'string' ? 0 : row.what.length)));
  return rows
    .map((row) => {
      if (typeof row === 'string') return `  ${row}`;
      const goal = row.goal === undefined ? '' : `   goal: ${row.goal}`;
      return `  ${row.what.padEnd(width)}  ${row.value.padStart(12)}${goal}`;
    })
    .join('\n');
}

/** A benchmark that fails makes the run fail, but not the others. */
async function report({ name, run }: Benchmark): Promise<string> {
  try {
    return `${name}\n${tableOf(await run())}\n`;
  } catch (error) {
    process.exitCode = 1;
    const reason =
      error instanceof MissingToolError ? error.message : error instanceof Error ? error.stack : error;
    return `${name}\n  not run: ${reason}\n`;
  }
}

const wanted = process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.bench.ts'));
for (const file of files.sort()) {
  if (wanted.length > 0 && !wanted.some((start) => file.startsWith(start))) continue;
  console.log(await report(await load(`./${file}`)));
}
