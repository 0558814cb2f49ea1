// Names that a script imports from Google's SDK, and that a migration leaves without a use.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { withoutNames } from './layout.ts';
import { says } from './nodes.ts';

/** Names that only requests to Veo need. */
const VEO_ONLY = /^(?:PersonGeneration|GenerateVideos\w+|VideoGeneration\w+|Operation)$/;

/** Takes such names out of their import, where the edits leave no use of them. */
export function unusedImports(
  root: SyntaxNode,
  text: string,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const all = [...descendants(root)];
  const isCut = ({ start, end }: SyntaxNode): boolean =>
    edits.some((edit) => edit.start <= start && end <= edit.end);
  const isUnused = (specifier: SyntaxNode): boolean => {
    const named = childAt(specifier, 'name') ?? specifier;
    const name = says(named, text);
    if (!VEO_ONLY.test(name) || isCut(specifier)) return false;
    const uses = all.filter(
      (one) => one.parent !== specifier && /identifier$/.test(one.type) && says(one, text) === name,
    );
    return uses.length > 0 && uses.every(isCut);
  };
  return all
    .filter((node) => node.type === 'named_imports' && /@google\/genai/.test(importedFrom(node, text)))
    .flatMap(({ children }) => withoutNames(children, isUnused, text) ?? []);
}

function importedFrom(node: SyntaxNode, text: string): string {
  const statement = node.parent?.parent;
  const source = statement && childAt(statement, 'source');
  return source === undefined || source === null ? '' : says(source, text);
}
