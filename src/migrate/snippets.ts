// A request before and after, in its own language: shown where no edit is made.

import type { CostQuestion } from '../cost/types.ts';
import type { TextDocument } from '../detect/types.ts';
import { partsOf } from '../routes/sources.ts';
import type { Route } from '../routes/types.ts';
import type { Snippet } from './types.ts';

/** The most lines that are quoted of the request as it stands. */
const MOST_LINES = 14;

/** The request as it stands and as it would be written; null where it is no request to Google, or its language has no known shape. */
export function snippetOf(document: TextDocument, route: Route, target: CostQuestion): Snippet | null {
  if (route.shape !== 'google-sdk' && route.shape !== 'predict-long-running') return null;
  const language = languageAt(document, route.start);
  const write = target.model.startsWith('gemini-omni') ? OMNI[language] : VERTEX[language];
  if (write === undefined) return null;
  return {
    language: FENCES[language] ?? language,
    before: quoted(document.text, route),
    after: write(target, route),
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

type Writer = (target: CostQuestion, route: Route) => string;

/** The fields of `response_format` that are known, as pairs. */
function formatPairs({ durationSeconds, resolution }: CostQuestion, { aspectRatio }: Route) {
  return [
    ['type', 'video'],
    ...(typeof durationSeconds === 'number' ? [['duration', `${durationSeconds}s`]] : []),
    ...(aspectRatio !== null && aspectRatio !== 'dynamic' ? [['aspect_ratio', aspectRatio]] : []),
    ...(resolution !== null && resolution !== 'dynamic' ? [['resolution', resolution]] : []),
    ['delivery', 'uri'],
  ] as const;
}

const omniScript: Writer = (target, route) => `let interaction = await ai.interactions.create({
  model: ${JSON.stringify(target.model)},
  input: prompt,
  background: true,
  response_format: { ${formatPairs(target, route)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ')} },
});
while (interaction.status === "queued" || interaction.status === "in_progress") {
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  interaction = await ai.interactions.get(interaction.id);
}
if (interaction.output_video?.uri === undefined) throw new Error(\`No video: \${interaction.status}\`);
await ai.files.download({ file: { uri: interaction.output_video.uri }, downloadPath: "video.mp4" });`;

const json = (target: CostQuestion, route: Route): string =>
  formatPairs(target, route)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ');

const omniPython: Writer = (target, route) => `interaction = client.interactions.create(
    model=${JSON.stringify(target.model)},
    input=prompt,
    background=True,
    response_format={${json(target, route)}},
)
while interaction.status in ("queued", "in_progress"):
    time.sleep(10)
    interaction = client.interactions.get(interaction.id)
if interaction.status != "completed" or interaction.output_video is None:
    raise RuntimeError(f"No video: {interaction.status}")
with open("video.mp4", "wb") as file:
    file.write(client.files.download(file=interaction.output_video.uri))`;

const omniShell: Writer = (
  target,
  route,
) => `curl -sS -X POST "https://generativelanguage.googleapis.com/v1beta/interactions" \\
  -H "x-goog-api-key: $GEMINI_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Api-Revision: 2026-05-20" \\
  -d '{"model": ${JSON.stringify(target.model)}, "input": "…", "background": true, "response_format": {${json(target, route)}}}'
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
