// Imports that the moves of a file leave without a use, where each of them alone leaves some.
import type { TextDocument } from '../../detect/types.ts';
import { READABLE } from '../../routes/languages.ts';
import type { Grammars } from '../../routes/syntax/grammars.ts';
import type { TextEdit } from '../../routes/types.ts';
import { unusedImports as unusedInScript } from './imports.ts';
import { programOf } from './program.ts';
import { unusedImports as unusedInPython } from './python/imports.ts';

/** The further edits; none for a notebook, whose edits are those of its cells. */
export async function leftoverImports(
  document: TextDocument,
  edits: readonly TextEdit[],
  grammars: Grammars,
): Promise<readonly TextEdit[]> {
  const program = programOf(document);
  const language = program && READABLE[program.language.id];
  if (program === null || !language || program.text !== document.text) return [];
  const parsed = await grammars.parse(language.grammar, program.text);
  if ('refused' in parsed) return [];
  const unused = language.grammar === 'python' ? unusedInPython : unusedInScript;
  return unused(parsed.root, program.text, edits);
}
