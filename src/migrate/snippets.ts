// A request before and after, in its own language: shown where no edit is made.

import type { CostQuestion } from '../cost/types.ts';
import type { TextDocument } from '../detect/types.ts';
import { partsOf } from '../routes/sources.ts';
import type { Grammars } from '../routes/syntax/grammars.ts';
import type { Route } from '../routes/types.ts';
import type { Said } from './rewrite/said.ts';
import { type SnippetWay, saidBy } from './said.ts';
import type { Snippet } from './types.ts';

/** The most lines that are quoted of the request as it stands. */
const MOST_LINES = 14;

/** The request as it stands and as it would be written; null where it is no request to Google, or its language has no known shape. */
export async function snippetOf(
  document: TextDocument,
  route: Route,
  way: SnippetWay,
  grammars: Grammars,
): Promise<Snippet | null> {
  if (route.shape !== 'google-sdk' && route.shape !== 'predict-long-running') return null;
  const { target } = way;
  const language = languageAt(document, route.start);
  const write = target.model.startsWith('gemini-omni') ? OMNI[language] : VERTEX[language];
  if (write === undefined) return null;
  const said = await saidBy(document, route, way, grammars);
  return {
    language: FENCES[language] ?? language,
    before: quoted(document.text, route),
    after: write(target, said),
  };
}

const FENCES: Readonly<Record<string, string>> = { typescript: 'ts', javascript: 'js', tsx: 'tsx' };

function languageAt(document: TextDocument, offset: number): string {
  const parts = partsOf(document);
  const part = parts.find(
    ({ text, sourceOffset }) => sourceOffset(0) <= offset && offset <= sourceOffset(text.length),
  );
  return part?.language.id ?? 'text';
}

function quoted(text: string, { start, end }: Route): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lines = text
    .slice(from, next < 0 ? text.length : next)
    .trimEnd()
    .split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const shown = lines.slice(0, MOST_LINES).map((line) => line.slice(indent));
  return [...shown, ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n');
}

type Writer = (target: CostQuestion, said: Said) => string;

const ITEM = '  ';

const omniScript: Writer = (target, said) => {
  const format = [
    'type: "video"',
    ...(said.duration === null ? [] : [`duration: ${said.duration}`]),
    ...(said.aspectRatio === null ? [] : [`aspect_ratio: ${said.aspectRatio}`]),
    ...(said.resolution === null ? [] : [`resolution: ${said.resolution}`]),
    'delivery: "uri"',
  ];
  const { client, input, image } = { ...said, client: said.client ?? 'ai', input: said.input ?? 'prompt' };
  const contents = image === null ? input : listed([image, `{ type: "text", text: ${input} }`]);
  return `let interaction = await ${client}.interactions.create({
  model: ${JSON.stringify(target.model)},
  input: ${contents},
  background: true,
  response_format: { ${format.join(', ')} },${said.seed === null ? '' : `\n  generation_config: { seed: ${said.seed} },`}
});
while (interaction.status === "queued" || interaction.status === "in_progress") {
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  interaction = await ${client}.interactions.get(interaction.id);
}
if (interaction.output_video?.uri === undefined) throw new Error(\`No video: \${interaction.status}\`);
await ${client}.files.download({ file: { uri: interaction.output_video.uri }, downloadPath: ${said.path ?? '"video.mp4"'} });`;
};

const listed = (parts: readonly string[], step = ITEM): string =>
  `[\n${parts.map((part) => `${step}${step}${part},\n`).join('')}${step}]`;

const omniPython: Writer = (target, said) => {
  const format = [
    '"type": "video"',
    ...(said.duration === null ? [] : [`"duration": ${said.duration}`]),
    ...(said.aspectRatio === null ? [] : [`"aspect_ratio": ${said.aspectRatio}`]),
    ...(said.resolution === null ? [] : [`"resolution": ${said.resolution}`]),
    '"delivery": "uri"',
  ];
  const { client, input, image } = {
    ...said,
    client: said.client ?? 'client',
    input: said.input ?? 'prompt',
  };
  const contents = image === null ? input : listed([image, `{"type": "text", "text": ${input}}`], '    ');
  const isAsync = client.endsWith('.aio');
  const wait = isAsync ? 'await ' : '';
  return `interaction = ${wait}${client}.interactions.create(
    model=${JSON.stringify(target.model)},
    input=${contents},
    background=True,
    response_format={${format.join(', ')}},${said.seed === null ? '' : `\n    generation_config={"seed": ${said.seed}},`}
)
while interaction.status in ("queued", "in_progress"):
    ${isAsync ? 'await asyncio' : 'time'}.sleep(10)
    interaction = ${wait}${client}.interactions.get(interaction.id)
if interaction.status != "completed" or interaction.output_video is None:
    raise RuntimeError(f"No video: {interaction.status}")
with open(${said.path ?? '"video.mp4"'}, "wb") as file:
    file.write(${wait}${client}.files.download(file=interaction.output_video.uri))`;
};

const omniShell: Writer = (
  target,
  { body },
) => `curl -sS -X POST "https://generativelanguage.googleapis.com/v1beta/interactions" \\
  -H "x-goog-api-key: $GEMINI_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Api-Revision: 2026-05-20" \\
  -d ${body ?? `'${JSON.stringify({ model: target.model, input: '…', background: true })}'`}
# The answer has an id: ask /v1beta/interactions/{id} until its status is "completed".`;

const OMNI: Readonly<Record<string, Writer>> = {
  typescript: omniScript,
  tsx: omniScript,
  javascript: omniScript,
  vue: omniScript,
  python: omniPython,
  bash: omniShell,
};

const vertexScript: Writer = ({ model }) => `const ai = new GoogleGenAI({
  vertexai: true,
  project: process.env.GOOGLE_CLOUD_PROJECT,
  location: process.env.GOOGLE_CLOUD_LOCATION,
});
// The request stays, with this model; its video comes as videoBytes.
//   model: ${JSON.stringify(model)}`;

const vertexPython: Writer = ({ model }) => `client = genai.Client(
    vertexai=True,
    project=os.environ["GOOGLE_CLOUD_PROJECT"],
    location=os.environ["GOOGLE_CLOUD_LOCATION"],
)
# The request stays, with this model; its video is saved without a download.
#   model=${JSON.stringify(model)}`;

const VERTEX: Readonly<Record<string, Writer>> = {
  typescript: vertexScript,
  tsx: vertexScript,
  javascript: vertexScript,
  vue: vertexScript,
  python: vertexPython,
};
