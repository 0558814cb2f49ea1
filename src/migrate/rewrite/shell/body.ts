// The JSON body of a request, as the Interactions API takes it.

import type { SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { omniSeconds } from '../omni.ts';
import { refuse } from '../refusal.ts';

/** Parameters that go away without a loss, by the values that they may have. */
const DROPPED: Readonly<Record<string, readonly unknown[]>> = {
  sampleCount: [1],
  generateAudio: [true],
  personGeneration: ['allow_all', 'allow_adult'],
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The edit of a body that a shell script quotes. */
export function bodyEdit(
  data: SyntaxNode,
  text: string,
  model: string,
  usualSeconds: number | null,
): TextEdit {
  const said = text.slice(data.start + 1, data.end - 1);
  const moved = movedBody(parsed(said), model, usualSeconds);
  const inner = /\n([ \t]*)\S/.exec(said)?.[1];
  const outer = /\n([ \t]*)\}\s*$/.exec(said)?.[1] ?? '';
  const json =
    inner === undefined
      ? JSON.stringify(moved)
      : `{\n${Object.entries(moved)
          .map(([key, value]) => `${inner}"${key}": ${spaced(value)}`)
          .join(',\n')}\n${outer}}`;
  if (json.includes("'")) refuse('Its body has a quote that the shell would take for its own.');
  return { start: data.start, end: data.end, newText: `'${json}'` };
}

/** JSON on one line, with blanks where people write them. */
function spaced(value: unknown): string {
  if (!isFields(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, one]) => `"${key}": ${spaced(one)}`);
  return `{ ${pairs.join(', ')} }`;
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    refuse('Its body is not JSON as it stands.');
  }
}

function movedBody(body: unknown, model: string, usualSeconds: number | null): Fields {
  if (!isFields(body) || !Array.isArray(body.instances)) refuse('Its body is not understood.');
  const [instance, another] = body.instances as readonly unknown[];
  const parameters = body.parameters ?? {};
  if (!isFields(instance) || another !== undefined || !isFields(parameters))
    refuse('Its body is not understood.');
  const known = Object.keys(body).every((key) => key === 'instances' || key === 'parameters');
  if (!known || typeof instance.prompt !== 'string') refuse('Its body is not understood.');
  for (const key of Object.keys(instance)) if (key !== 'prompt') refuse(`${key} is moved by hand.`);
  const format: Record<string, unknown> = { type: 'video' };
  let [seed, negative]: [unknown, unknown] = [undefined, undefined];
  for (const [key, value] of Object.entries(parameters)) {
    if (key === 'aspectRatio') format.aspect_ratio = value;
    else if (key === 'resolution') format.resolution = value;
    else if (key === 'durationSeconds') format.duration = omniSeconds(Number(value));
    else if (key === 'seed') seed = value;
    else if (key === 'negativePrompt') negative = value;
    else if (DROPPED[key]?.includes(value) !== true) refuse(`${key} has no known counterpart.`);
  }
  if (format.duration === undefined && usualSeconds !== null) format.duration = `${usualSeconds}s`;
  return {
    model,
    input: withAvoided(instance.prompt, negative),
    response_format: { ...format, delivery: 'uri' },
    ...(seed === undefined ? {} : { generation_config: { seed } }),
    background: true,
  };
}

function withAvoided(prompt: string, negative: unknown): string {
  if (negative === undefined) return prompt;
  if (typeof negative !== 'string') refuse('Its negative prompt is not understood.');
  return `${prompt}${/[.!?]\s*$/.test(prompt) ? '' : '.'} Avoid: ${negative}.`;
}
