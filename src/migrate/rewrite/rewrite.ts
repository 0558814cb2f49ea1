// The change of a request as edits, where its whole shape is understood; otherwise why there are none.
import { applyEdits } from '../../audit/edits.ts';
import { obstacleIn } from '../../audit/replacement.ts';
import type { DocumentAudit } from '../../audit/types.ts';
import { commentSpans } from '../../detect/documents/comments.ts';
import type { LanguageId } from '../../detect/documents/languages/languages.ts';
import { READABLE } from '../../routes/languages.ts';
import type { Grammars } from '../../routes/syntax/grammars.ts';
import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Route, TextEdit } from '../../routes/types.ts';
import type { Destination } from '../targets.ts';
import type { Usual } from '../types.ts';
import { whyNotEdited } from '../whyNotEdited.ts';
import { alone, type Change, type Need } from './change.ts';
import { type Program, programOf } from './program.ts';
import { pythonToOmni } from './python/toOmni.ts';
import { NotUnderstood } from './refusal.ts';
import { scriptToOmni } from './script.ts';
import { shellToOmni } from './shell/toOmni.ts';
import { pythonToVertex } from './vertex/python.ts';
import { scriptToVertex } from './vertex/script.ts';

export type Rewriting = { readonly needs: readonly Need[]; readonly covers: readonly number[] } & (
  | { readonly edits: readonly TextEdit[]; readonly whyNoEdits: null }
  | { readonly edits: null; readonly whyNoEdits: string }
);

const no = (whyNoEdits: string): Rewriting => ({ edits: null, whyNoEdits, needs: [], covers: [] });

type Rewrite = (text: string, root: SyntaxNode, route: Route, model: string, usual: Usual) => Change;
type Rewrites = Readonly<Partial<Record<LanguageId, Rewrite>>>;

const omniScript: Rewrite = (text, root, route, model, { seconds }) =>
  scriptToOmni(text, root, route, model, seconds);
const vertexScript: Rewrite = (text, root, route, model, { audio }) =>
  scriptToVertex(text, root, route, model, audio);

const REWRITES: Readonly<Record<'omni' | 'vertex', Rewrites>> = {
  omni: {
    typescript: omniScript,
    tsx: omniScript,
    javascript: omniScript,
    python: (text, root, route, model, { seconds }) => pythonToOmni(text, root, route, model, seconds),
    bash: (text, root, route, model, { seconds }) => shellToOmni(text, root, route, model, seconds),
  },
  vertex: {
    typescript: vertexScript,
    tsx: vertexScript,
    javascript: vertexScript,
    python: (text, root, route, model, { audio }) => pythonToVertex(text, root, route, model, audio),
  },
};

/** What only a client of the Gemini API can do, or be given: a call that names no surface still shows it. */
const GEMINI_ONLY = /\.files\.download\(|\bGEMINI_API_KEY\b|[?&]key=[$"'`{]/;

/** The edits of one way to move a request, or why there are none. */
export async function rewritingOf(
  audit: DocumentAudit,
  route: Route,
  way: Destination,
  usual: Usual,
  grammars: Grammars,
): Promise<Rewriting> {
  const why = whyNotEdited(audit, route);
  if (why !== null) return no(why);
  if (way.goal === 'gateway') return no('Whether this name does the same work is for a person to say.');
  if (route.surface === way.surface && way.goal === 'vertex') return idAlone(audit, route, way);
  if (way.goal === 'omni' && way.surface !== 'gemini-api')
    return no('Omni on Vertex AI takes a bucket: set one by hand.');
  if (route.shape === 'config' || route.shape === 'workflow') return no(OF_A_ROW[way.goal]);
  return rewritten(audit, route, way.model, REWRITES[way.goal], usual, grammars);
}

/** On the same surface the audit's own fix is the whole change. */
function idAlone(audit: DocumentAudit, route: Route, way: Destination): Rewriting {
  const found = audit.findings.filter(({ start }) => start === route.reference?.start);
  const fix = found.find(({ fix: offered, suppressed }) => suppressed === false && offered !== null)?.fix;
  if (fix?.edits.some(({ newText }) => newText === way.model))
    return { ...alone(fix.edits), whyNoEdits: null };
  const why = found.map(({ message }) => obstacleIn(message)).find((one) => one !== null);
  return no(`Its model ID is changed by hand${why ? `: ${why}` : ''}.`);
}

/** What a row of a configuration would need beside another ID. */
const OF_A_ROW: Readonly<Record<'omni' | 'vertex', string>> = {
  omni: 'It is a row of a configuration: whether what reads it can send to the Interactions API is for a person to say.',
  vertex:
    'It is a row of a configuration: on Vertex AI it needs a provider, a project and a location of its own.',
};

async function rewritten(
  { document }: DocumentAudit,
  route: Route,
  model: string,
  rewrites: Rewrites,
  usual: Usual,
  grammars: Grammars,
): Promise<Rewriting> {
  const program = programOf(document);
  const language = program && READABLE[program.language.id];
  const rewrite = program && rewrites[program.language.id];
  if (program === null || !language || !rewrite || !isDirect(route, program.language.id))
    return no('Requests of this shape are moved by hand.');
  const { text } = program;
  const isGemini = route.surface === 'unknown' && GEMINI_ONLY.test(text);
  if (route.surface !== 'gemini-api' && !isGemini) return no('Which client sends it is not seen.');
  const own = program.routeIn(route);
  const parsed = await grammars.parse(language.grammar, text);
  if (own === null || 'refused' in parsed || parsed.isBroken) return no('The file has syntax errors.');
  try {
    const change = rewrite(text, parsed.root, own, model, usual);
    const after = applyEdits(text, change.edits);
    if (losesComment(text, after, program)) return no('A comment would be lost.');
    const result = await grammars.parse(language.grammar, after);
    if ('refused' in result || result.isBroken) return no('The result would not be a program.');
    const edits = program.inDocument(change.edits);
    return edits === null
      ? no('Its change would reach over several cells.')
      : { ...change, edits, whyNoEdits: null };
  } catch (error) {
    if (error instanceof NotUnderstood) return no(error.message);
    throw error;
  }
}

/** Whether a request goes to Google as its language sends it: by the SDK, or by curl. */
const isDirect = ({ shape }: Route, language: LanguageId): boolean =>
  shape === (language === 'bash' ? 'predict-long-running' : 'google-sdk');

/** Whether a comment of a text is missing in what became of it; comments may be added. */
function losesComment(before: string, after: string, program: Program): boolean {
  const left = commentsIn(after, program);
  let at = 0;
  return commentsIn(before, program).some((comment) => {
    const found = left.indexOf(comment, at);
    at = found + 1;
    return found < 0;
  });
}

/** The words of all comments in their order. */
function commentsIn(text: string, { language }: Program): readonly string[] {
  const spans = commentSpans(text, language.comments);
  return spans.map(({ start, end }) => text.slice(start, end));
}
