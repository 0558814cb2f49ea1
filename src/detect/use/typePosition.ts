// Where TypeScript only says what a value may be: annotations, type arguments, declarations of types.
import type { LanguageId } from '../documents/languages/languages.ts';
import { type Container, containerAt, type Masked, stringAt } from './surroundings.ts';

const TYPED: ReadonlySet<LanguageId> = new Set(['typescript', 'tsx', 'vue']);

/** How many braces up a declaration of a type is looked for. */
const LEVELS = 4;

const ANNOTATED =
  /^\s*(?:(?:public|private|protected|readonly|static|declare|override|abstract)\s{1,8})*[\w$]+[?!]?\s*:\s*$/;
const DECLARES_TYPE = /^\s*(?:(?:export|declare|default)\s{1,8})*(?:interface|type)\s/;
const ANNOTATED_VARIABLE = /\b(?:const|let|var)\s+[\w$]+!?\s*:\s*$/;

/** Whether a string is a type. `at` is where it begins, `container` the bracket around it. */
export function isTypeOnly(
  container: Container | null,
  at: number,
  source: Masked,
  language: LanguageId,
): boolean {
  if (!TYPED.has(language)) return false;
  const before = source.code.slice(Math.max(0, at - 200), at);
  if (/\b(?:as|satisfies|extends)\s+$/.test(before) || ANNOTATED_VARIABLE.test(before)) return true;
  const after = source.code.slice(stringAt(source, at)?.end ?? at);
  if (isTypeArgument(before, after)) return true;
  if (/\)\s*:\s*$/.test(before) && /^\s*(?:[;{]|=>)/.test(after) && !before.includes('?')) return true;
  if (container === null) return false;
  const lead = source.code.slice(container.own?.start ?? at, at);
  if (container.bracket === '(') return ANNOTATED.test(lead);
  if (container.bracket !== '{') return false;
  if (/\bclass\b/.test(container.before)) return ANNOTATED.test(lastStatement(lead));
  return container.own?.key != null && isTypeBraces(container, source);
}

/** `Video<'veo-…'>`, not a comparison. */
const isTypeArgument = (before: string, after: string): boolean =>
  /[\w$]<(?:[^<>()={};]{0,120},)?\s*$/.test(before) && /^\s*[,>|&]/.test(after);

/** What stands behind the last sign that ends a statement or a line. */
const lastStatement = (code: string): string =>
  code.slice(Math.max(...['\n', ';', '{', '}'].map((sign) => code.lastIndexOf(sign))) + 1);

/** Whether braces hold the members of a type, at whatever depth. */
function isTypeBraces(braces: Container, source: Masked): boolean {
  let one: Container | null = braces;
  for (let level = 0; one !== null && level < LEVELS; level++) {
    if (one.bracket !== '{') return false;
    const { before, start } = one;
    if (
      DECLARES_TYPE.test(lastStatement(before)) ||
      ANNOTATED_VARIABLE.test(before) ||
      /[\w$]<\s*$/.test(before)
    )
      return true;
    const outer = containerAt(source, start);
    const lead = source.code.slice(outer?.own?.start ?? start, start);
    if (outer?.bracket === '(' && ANNOTATED.test(lead)) return true;
    if (outer?.own?.key == null) return false;
    one = outer;
  }
  return false;
}
