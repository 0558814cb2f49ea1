// Requests that a script makes by a gateway's command line (`infsh app run MODEL --input …`).
import { readParameters } from '../parameters.ts';
import { makeRoute } from '../route.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { type CallExpression, calledName } from '../values/expression.ts';
import { flatten, optionsOf, type Result, UNKNOWN } from '../values/result.ts';
import { placeOf, type Site } from './callSites.ts';
import { givenTo } from './methodArguments.ts';
import type { Reading } from './reading.ts';

/** The routes of a call that runs a gateway's program; empty for all others. */
export function commandRun(reading: Reading, site: Site, frame: Frame | null): readonly Route[] {
  const [step] = site.chain;
  const { catalog, evaluator } = reading;
  if (step === undefined || evaluator.program.lowering.table.rules[site.node.type]?.as !== 'command')
    return [];
  const program = programOf(reading, step, frame);
  const given = givenTo(reading, step.args, frame);
  const words = given.positional.map((word) => flatten(optionsOf(word)[0] ?? UNKNOWN));
  const said = [program, ...words].join(' ');
  const sent = catalog.data.surfaces.flatMap(({ id, commands }) =>
    (commands?.send ?? []).flatMap((command) => (said.startsWith(`${command} `) ? [{ id, command }] : [])),
  )[0];
  const model = sent === undefined ? undefined : given.positional[sent.command.split(' ').length - 1];
  if (sent === undefined || model === undefined) return [];
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
      claim: { surface: sent.id, evidence: { kind: 'client', detail: program } },
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
