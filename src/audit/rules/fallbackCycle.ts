// fallback-cycle: routes that fall back to each other in a circle.
import { type Deployment, fallbackCycles } from '../../routes/graph.ts';
import type { Rule } from '../rule.ts';

export const fallbackCycle: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'fallback-cycle',
    severity: 'warning',
    summary: 'Routes fall back to each other in a circle.',
    fixable: false,
    deprecates: false,
  },
  *check({ graph }) {
    const names = new Set(graph.deployments.flatMap(namesOf));
    for (const { file, steps } of fallbackCycles(graph)) {
      const last = steps.at(-1);
      if (last === undefined || !steps.some((step) => names.has(step.from.name))) continue;
      const way = wayOf([...steps.map((step) => step.from.name), last.to.name]);
      const message =
        steps.length === 1
          ? `${last.from.name} falls back to itself. Remove that: each attempt that starts a job is billed.`
          : `The fallbacks form a cycle (${way}). Remove a step: each attempt that starts a job is billed.`;
      yield {
        file,
        start: last.to.start,
        end: last.to.end,
        message,
        fix: null,
        related: steps
          .slice(0, -1)
          .slice(0, SHOWN)
          .map(({ to }) => ({
            file,
            start: to.start,
            end: to.end,
            message: `a step of the cycle, to ${to.name}`,
          })),
      };
    }
  },
};

/** How many steps of a long circle are shown. */
const SHOWN = 12;

const wayOf = (names: readonly string[]): string =>
  names.length <= SHOWN
    ? names.join(' → ')
    : [...names.slice(0, SHOWN - 2), `${names.length - SHOWN + 1} more`, ...names.slice(-1)].join(' → ');

/** Every name that leads to a route to Veo. */
const namesOf = ({ route }: Deployment): readonly string[] => [
  ...(route.name === null ? [] : [route.name]),
  ...route.aliases.map(({ name }) => name),
];
