// Requests that a program has curl make (`subprocess.run(["curl", …])`, `execFile('curl', […])`).
import { readSent } from '../http.ts';
import { curlOption } from '../syntax/lowering/curlOptions.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { calledName } from '../values/expression.ts';
import { flatten, optionsOf, type Result, UNKNOWN } from '../values/result.ts';
import { placeOf, type Site } from './callSites.ts';
import type { Reading } from './reading.ts';

/** Calls that start another program with a list of words. */
const RUNS =
  /^(?:run|call|check_call|check_output|Popen|create_subprocess_exec|exec|execFile|execFileSync|spawn|spawnSync|execa|Command|system|capture3)$/;

/** Options whose value is sent. */
const DATA = /^(?:d|json|data(?:-raw|-binary|-ascii)?)$/;

/** Calls that write a file. */
const WRITES = /^(?:write_text|write_bytes|write|dump|writeFile|writeFileSync|WriteFile|file_put_contents)$/;

/** The routes of a call that runs curl; empty for all others. */
export function curlRun(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  const { evaluator } = reading;
  const step = site.chain.find(({ callee }) => RUNS.test(calledName(callee)));
  if (step === undefined) return [];
  const given = step.args
    .filter(({ name, spread }) => name === null && !spread)
    .map(({ value }) => evaluator.evaluate(value, frame));
  const words = given.flatMap((one) => (one.kind === 'list' ? one.items : [one]));
  if (!/^(?:\S*\/)?curl(?:\.exe)?$/.test(textOf(words[0]))) return [];
  const { values, isFile } = sentByCurl(words.slice(1));
  const written = isFile ? writtenIn(reading, site, frame) : [];
  const hidden = isFile && written.length === 0;
  return readSent(
    reading.catalog,
    reading.models,
    [...values, ...written],
    hidden,
    null,
    placeOf(reading, site),
  );
}

const textOf = (word: Result | undefined): string =>
  word === undefined ? '' : (flatten(optionsOf(word)[0] ?? UNKNOWN) ?? '');

/** The addresses and bodies among the words of curl; `isFile`: a body is what a file holds. */
function sentByCurl(words: readonly Result[]): { values: readonly Result[]; isFile: boolean } {
  const values: Result[] = [];
  let isFile = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const option = curlOption(textOf(word));
    if (option === null) values.push(word);
    else if (option.takesValue && option.valueAt === null) {
      const value = words[++index];
      if (value === undefined || !(DATA.test(option.name) || option.name === 'url')) continue;
      if (textOf(value).startsWith('@')) isFile = true;
      else values.push(value);
    }
  }
  return { values, isFile };
}

/** What the function around a call writes to files. */
function writtenIn({ evaluator }: Reading, { fn }: Site, frame: Frame | null): readonly Result[] {
  if (fn === null) return [];
  return evaluator.scope.callsIn(fn).flatMap(({ node }) => {
    const call = evaluator.program.lowering.expression(node);
    return call.kind === 'call' && WRITES.test(calledName(call.callee))
      ? call.args.map(({ value }) => evaluator.evaluate(value, frame))
      : [];
  });
}
