// What a request says in its own words, whatever its language; what the file does not show comes from the plan.
import type { CostQuestion } from '../cost/types.ts';
import type { TextDocument } from '../detect/types.ts';
import { READABLE } from '../routes/languages.ts';
import type { Grammars } from '../routes/syntax/grammars.ts';
import { descendants } from '../routes/syntax/tree.ts';
import type { Route } from '../routes/types.ts';
import { sourceWith } from './rewrite/program.ts';
import { saidInPython } from './rewrite/python/said.ts';
import { type Said, saidInScript } from './rewrite/said.ts';
import { saidInShell } from './rewrite/shell/said.ts';
import type { RequestFacts } from './rewrite/use.ts';
import type { Usual } from './types.ts';

/** The request as the target is asked for it, and what the old surface took where nothing was said. */
export interface SnippetWay {
  readonly target: CostQuestion;
  readonly usual: Usual;
}

/** The expressions of a request; where none is written, the value that the new request has to ask for. */
export async function saidBy(
  document: TextDocument,
  route: Route,
  way: SnippetWay,
  grammars: Grammars,
): Promise<Said> {
  const said = (await saidHere(document, route, way, grammars)) ?? NOTHING;
  const { durationSeconds, resolution } = way.target;
  return {
    ...said,
    duration: said.duration ?? (typeof durationSeconds === 'number' ? `"${durationSeconds}s"` : null),
    aspectRatio: said.aspectRatio ?? known(route.aspectRatio),
    resolution: said.resolution ?? known(resolution),
  };
}

const known = (value: string | null): string | null =>
  value === null || value === 'dynamic' ? null : JSON.stringify(value);

const NOTHING: Said = {
  client: null,
  input: null,
  image: null,
  duration: null,
  aspectRatio: null,
  resolution: null,
  seed: null,
  path: null,
  body: null,
};

async function saidHere(
  document: TextDocument,
  route: Route,
  { target: { model }, usual }: SnippetWay,
  grammars: Grammars,
): Promise<Said | null> {
  const found = sourceWith(document, route);
  const language = found && READABLE[found.source.language];
  if (found === null || !language) return null;
  const { text } = found.source;
  const parsed = await grammars.parse(language.grammar, text);
  if ('refused' in parsed) return null;
  const { root } = parsed;
  const call = [...descendants(root)].find(
    ({ type, start, end }) =>
      /^(?:call|call_expression|command)$/.test(type) && start === found.start && end === found.end,
  );
  if (call === undefined) return null;
  const facts: RequestFacts = { text, quote: '"', usualSeconds: usual.seconds };
  if (language.grammar === 'bash') return { ...NOTHING, body: saidInShell(call, facts, model) };
  if (language.grammar === 'python') return { ...NOTHING, ...saidInPython(call, root, facts) };
  return { ...NOTHING, ...saidInScript(call, root, facts) };
}
