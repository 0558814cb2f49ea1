// Requests that a script makes by a gateway's command line (`infsh app run MODEL --input …`).
import type { SurfaceId } from '../../catalog/types.ts';
import { readParameters } from '../parameters.ts';
import { makeRoute } from '../route.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { type CallExpression, calledName } from '../values/expression.ts';
import { flatten, optionsOf, type Result, UNKNOWN } from '../values/result.ts';
import { placeOf, type Site } from './callSites.ts';
import { givenTo } from './methodArguments.ts';
import type { Reading } from './reading.ts';

/** A program with the words that make it send a request; the next word is the model. */
interface Command {
  readonly program: string;
  readonly words: readonly string[];
  readonly surface: SurfaceId;
}

const COMMANDS: readonly Command[] = [
  { program: 'infsh', words: ['app', 'run'], surface: 'inference-sh' },
  { program: 'higgsfield', words: ['generate', 'create'], surface: 'higgsfield' },
];

/** The routes of a call that runs a gateway's program; empty for all others. */
export function commandRun(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  const [step] = site.chain;
  const { rules } = reading.evaluator.program.lowering.table;
  if (step === undefined || rules[site.node.type]?.as !== 'command') return [];
  const program = programOf(reading, step, frame);
  const given = givenTo(reading, step.args, frame);
  const words = given.positional.map((word) => flatten(optionsOf(word)[0] ?? UNKNOWN));
  const command = COMMANDS.find(
    (one) => one.program === program && one.words.every((word, index) => words[index] === word),
  );
  const model = command === undefined ? undefined : given.positional[command.words.length];
  if (command === undefined || model === undefined) return [];
  const models = reading.models.ofValue(model);
  const bag: Result = { kind: 'object', type: null, entries: given.named, open: given.hidden, at: null };
  const parameters = readParameters([bag], false);
  return models.map((one) =>
    makeRoute({
      place: placeOf(reading, site),
      shape: 'other',
      model: one,
      all: models,
      parameters,
      claim: { surface: command.surface, evidence: { kind: 'client', detail: command.program } },
    }),
  );
}

/** The program of a command, without its folder; a variable is what it holds (`"$INF"`). */
function programOf({ evaluator }: Reading, { callee }: CallExpression, frame: Frame | null): string {
  const word = calledName(callee).replace(/^"(.*)"$/s, '$1');
  const [, variable] = /^\$\{?(\w+)\}?$/.exec(word) ?? [];
  const held =
    variable === undefined
      ? word
      : optionsOf(evaluator.evaluate({ ...callee, kind: 'name', name: variable }, frame))
          .map(flatten)
          .find((text) => text !== null);
  return (held ?? '').replace(/^.*\//s, '');
}
