// The checklist as text for a terminal, as Markdown for a pull request, and as JSON for scripts.

import { type CheckedRoute, type Checklist, QUESTIONS, type Verdict } from '../checks/checklist/types.ts';
import { jsonText } from '../outlets/json.ts';
import { markdownText } from '../outlets/markdown.ts';
import { plainLine } from '../outlets/plain.ts';
import type { PlaceIn } from './placesIn.ts';

export type ChecklistFormat = (checklist: Checklist, placeIn: PlaceIn) => string;

export const CHECKLIST_FORMATS = {
  text: checklistText,
  markdown: checklistMarkdown,
  json: checklistJson,
} as const satisfies Readonly<Record<string, ChecklistFormat>>;

/** How often each verdict was given. */
export function countVerdicts({ routes }: Checklist): Readonly<Record<Verdict, number>> {
  const counts = { pass: 0, fail: 0, 'not shown': 0 };
  for (const { answers } of routes) for (const { verdict } of answers) counts[verdict]++;
  return counts;
}

function checklistText(checklist: Checklist, placeIn: PlaceIn): string {
  const width = Math.max(...QUESTIONS.map((question) => question.length));
  const blocks = checklist.routes.map((route) =>
    [
      plainLine(title(route, placeIn)),
      ...route.answers.map(
        ({ question, verdict, evidence, date }) =>
          `  ${verdict.padEnd(9)}  ${question.padEnd(width)}  ${plainLine(evidence)}${date === null ? '' : ` [${date}]`}`,
      ),
    ].join('\n'),
  );
  return `${[...blocks, summary(checklist)].join('\n\n')}\n`;
}

function checklistMarkdown(checklist: Checklist, placeIn: PlaceIn): string {
  const blocks = checklist.routes.map((route) =>
    [
      `## ${markdownText(title(route, placeIn))}`,
      '',
      '| Question | Answer | Evidence | Date |',
      '|---|---|---|---|',
      ...route.answers.map(
        ({ question, verdict, evidence, date }) =>
          `| ${question} | ${verdict === 'fail' ? '**fail**' : verdict} | ${markdownText(evidence)} | ${date ?? ''} |`,
      ),
    ].join('\n'),
  );
  return `${['# Veo routes before production', ...blocks, summary(checklist)].join('\n\n')}\n`;
}

/** `veo-route-audit/checklist/1`: lines and columns are 1-based. */
function checklistJson(checklist: Checklist, placeIn: PlaceIn): string {
  const routes = checklist.routes.map(({ place, ...route }) => {
    const at = place === null ? undefined : placeIn(place.file, place.start);
    return { file: place?.file ?? null, line: at?.line ?? null, column: at?.column ?? null, ...route };
  });
  return jsonText({ ...checklist, routes, summary: countVerdicts(checklist) });
}

function title({ name, model, surface, environment, place }: CheckedRoute, placeIn: PlaceIn): string {
  const at = place === null ? undefined : placeIn(place.file, place.start);
  const where =
    place === null ? 'no request in sight' : `${place.file}${at === undefined ? '' : `:${at.line}`}`;
  const what = `${model ?? 'unknown model'} on ${surface === 'unknown' ? 'an unknown surface' : surface}`;
  return [
    name ?? what,
    ...(name === null ? [] : [what]),
    ...(environment === null ? [] : [environment]),
    where,
  ].join(' · ');
}

function summary(checklist: Checklist): string {
  const { routes, asOf } = checklist;
  const counts = countVerdicts(checklist);
  return `${routes.length} ${routes.length === 1 ? 'route' : 'routes'}, as of ${asOf}: ${counts.pass} pass, ${counts.fail} fail, ${counts['not shown']} not shown.`;
}
