// What becomes of each of Veo's parameters on the other side: from the catalog's rows, for plans and for the documentation.
import type { Constraint } from '../catalog/types.ts';
import { constraintOf, type Scope } from '../cost/scope.ts';
import type { MigrationGoal, ParameterChange } from './types.ts';

/** Every parameter of a Veo request that a migration has to answer for, by its REST name, in the order of the tables. */
export const VEO_PARAMETERS = [
  'model',
  'prompt',
  'image',
  'lastFrame',
  'referenceImages',
  'video',
  'durationSeconds',
  'aspectRatio',
  'resolution',
  'sampleCount',
  'generateAudio',
  'negativePrompt',
  'personGeneration',
  'seed',
  'enhancePrompt',
  'storageUri',
] as const;

export type VeoParameter = (typeof VEO_PARAMETERS)[number];

type Reading = Omit<ParameterChange, 'parameter'>;
/** `isLate`: the value is known at run time only. */
type Reader = (scope: Scope, isLate: boolean) => Reading;

/** What becomes of a parameter at a target. A gateway takes what it took before: only the model's name changes. */
export function changeOf(
  parameter: VeoParameter,
  goal: MigrationGoal,
  scope: Scope,
  isLate = false,
): ParameterChange {
  const reading =
    goal === 'omni' ? OMNI[parameter](scope, isLate) : vertexReading(parameter, goal, scope, isLate);
  return { parameter, ...reading };
}

const LATE = ' Its value is known at run time only';

const renamed = (to: string, says: string): Reading => ({ kind: 'renamed', to, says });
const changes = (to: string | null, says: string): Reading => ({ kind: 'changes', to, says });

const OMNI: Readonly<Record<VeoParameter, Reader>> = {
  model: ({ model }) => changes('model', `It becomes ${model}.`),
  prompt: () => renamed('input', 'A text, or a list of contents where pictures go with it.'),
  image: () => changes('input', 'It becomes a content of type image, with data or uri and mime_type.'),
  lastFrame: () => ({ kind: 'open', to: null, says: 'No source names a field for a last frame.' }),
  referenceImages: (scope) =>
    changes('input', `They become contents of type image${taskClause(scope, 'reference_to_video')}.`),
  video: (scope) => {
    const limit = numberIn(constraintOf(scope, 'extension'), 'maxOutputSeconds');
    const most = limit === null ? '' : `; the whole video has at most ${limit} s`;
    return changes('input', `It becomes a content of type video${taskClause(scope, 'extend')}${most}.`);
  },
  durationSeconds: (scope, isLate) => {
    const row = constraintOf(scope, 'durationSeconds.range');
    const [min, max] = [numberIn(row, 'min'), numberIn(row, 'max')];
    const range = min === null || max === null ? '' : ` from ${min} to ${max} s`;
    const late = isLate ? `${LATE}${range === '' ? '' : ` and has to be${range}`}.` : '';
    return changes(
      'response_format.duration',
      `A text such as "8s"${range}; left out, the length follows the prompt.${late}`,
    );
  },
  aspectRatio: (scope, isLate) =>
    renamed('response_format.aspect_ratio', listed(scope, 'aspectRatio.allowed', isLate)),
  resolution: (scope, isLate) =>
    renamed('response_format.resolution', listed(scope, 'resolution.allowed', isLate)),
  sampleCount: () => ({ kind: 'lost', to: null, says: 'A request makes one video: send n requests for n.' }),
  generateAudio: () => changes(null, 'There is no such field: the video always has audio.'),
  negativePrompt: () => changes('input', 'There is no such field: what to avoid goes into the prompt.'),
  personGeneration: () => ({
    kind: 'lost',
    to: null,
    says: "There is no such field: Google's own rules decide.",
  }),
  seed: () => renamed('generation_config.seed', 'A whole number, as before.'),
  enhancePrompt: () => ({ kind: 'open', to: null, says: 'No source names a field for it.' }),
  storageUri: ({ surface }) =>
    surface === 'vertex-ai'
      ? renamed('response_format.gcs_uri', 'With delivery "uri", for which it is required.')
      : { kind: 'open', to: null, says: 'No source says that the Gemini API writes to a bucket.' },
};

/** The constraint keys under which the catalog says what a surface takes. */
const LIMITS: Readonly<Partial<Record<VeoParameter, string>>> = {
  durationSeconds: 'durationSeconds.allowed',
  aspectRatio: 'aspectRatio.allowed',
  resolution: 'resolution.allowed',
  sampleCount: 'sampleCount.allowed',
  personGeneration: 'personGeneration.allowed',
};

function vertexReading(parameter: VeoParameter, goal: MigrationGoal, scope: Scope, isLate: boolean): Reading {
  if (parameter === 'model') return changes('model', `It becomes ${scope.model}.`);
  if (parameter === 'generateAudio' && constraintOf(scope, parameter)?.value === 'required')
    return changes(parameter, 'It is to be sent: without audio the price is lower.');
  const key = LIMITS[parameter];
  const says = key === undefined || goal === 'gateway' ? 'As before.' : listed(scope, key, isLate);
  return { kind: 'stays', to: parameter, says };
}

/** What a surface takes, in words. */
function listed(scope: Scope, key: string, isLate: boolean): string {
  const row = constraintOf(scope, key);
  if (row === undefined || !Array.isArray(row.value))
    return `No source says what is taken.${isLate ? `${LATE}.` : ''}`;
  const late = isLate ? `${LATE} and has to be one of these.` : '';
  return `Takes ${row.value.join(', ')}${row.note === '' ? '' : ` (${row.note})`}.${late}`;
}

function taskClause(scope: Scope, task: string): string {
  const tasks = constraintOf(scope, 'tasks')?.value;
  return Array.isArray(tasks) && tasks.includes(task) ? `, with the task ${task}` : '';
}

function numberIn(row: Constraint | undefined, key: string): number | null {
  const value = row?.value;
  if (typeof value !== 'object' || value === null || !(key in value)) return null;
  const number = (value as Readonly<Record<string, unknown>>)[key];
  return typeof number === 'number' ? number : null;
}
