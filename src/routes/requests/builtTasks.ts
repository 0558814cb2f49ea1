// Tasks of a gateway that a program builds and hands on for another to send.
import { readParameters } from '../parameters.ts';
import { coverTest } from '../placeSearch.ts';
import { makeRoute } from '../route.ts';
import { descendants, type SyntaxNode } from '../syntax/tree.ts';
import type { Route } from '../types.ts';
import { flatten, type Result, UNKNOWN } from '../values/result.ts';
import { nameOfFunction } from './callSites.ts';
import type { Reading } from './reading.ts';
import { isReturned } from './returned.ts';

/** Runware's name for the task that makes a video: no other API has it. */
const TASK = 'videoInference';

/** Tasks that a function gives back and that no call of the file sends. */
export function builtTasks(reading: Reading, routes: readonly Route[]): readonly Route[] {
  const { evaluator } = reading;
  const { lowering, root } = evaluator.program;
  if (!lowering.text.includes(TASK)) return [];
  const isInRoute = coverTest(routes);
  const isUsed = coverTest(routes.flatMap(({ places }) => Object.values(places)));
  return [...descendants(root)].flatMap((node): readonly Route[] => {
    if (lowering.table.rules[node.type]?.as !== 'object' || isInRoute(node) || !isReturned(reading, node))
      return [];
    const task = evaluator.evaluate(lowering.expression(node));
    return task.kind === 'object' && isTask(task)
      ? routesOf(reading, task, node).filter(
          ({ places }) => places.model === undefined || !isUsed(places.model),
        )
      : [];
  });
}

type Task = Extract<Result, { kind: 'object' }>;

const isTask = ({ entries }: Task): boolean =>
  flatten(entries.get('taskType') ?? UNKNOWN) === TASK && entries.has('positivePrompt');

function routesOf(reading: Reading, task: Task, node: SyntaxNode): readonly Route[] {
  const { evaluator, models } = reading;
  const all = models.ofValue(task.entries.get('model') ?? UNKNOWN);
  const name = nameOfFunction(reading, evaluator.scope.functionAt(node.start));
  return all.map((model) =>
    makeRoute({
      place: { start: node.start, end: node.end, name },
      shape: 'gateway-rest',
      model,
      all,
      parameters: readParameters([task], false),
      claim: { surface: 'runware', evidence: { kind: 'binding', detail: TASK } },
    }),
  );
}
