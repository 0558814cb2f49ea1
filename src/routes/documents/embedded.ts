// Programs inside of data: scripts of CI files, code of workflow nodes, JSON in strings.
import type { LanguageId } from '../../detect/documents/languages/languages.ts';
import { jsonTree } from '../config/jsonTree.ts';
import { eachMapping, type Node, type Scalar } from '../config/tree.ts';
import { NAMES_VIDEO } from '../shapes.ts';

/** A text inside of a file with the way back to the file. */
export interface Embedded {
  readonly language: LanguageId;
  readonly text: string;
  sourceOffset(offset: number): number;
}

const SCRIPT = /\bcurl\s|\bwget\s/;
const CODE_KEYS: Readonly<Record<string, LanguageId>> = {
  jsCode: 'javascript',
  functionCode: 'javascript',
  pythonCode: 'python',
  jsFunction: 'javascript',
};

function scalarsIn(root: Node): readonly { readonly key: string; readonly value: Scalar }[] {
  const found: { key: string; value: Scalar }[] = [];
  eachMapping(root, (map) => {
    for (const { key, value } of map.entries.values()) {
      if (value.kind === 'scalar') found.push({ key, value });
      else if (value.kind === 'list')
        for (const item of value.items) if (item.kind === 'scalar') found.push({ key, value: item });
    }
  });
  return found;
}

/** The programs that strings of a tree hold: shell scripts by what they call, code by its key. */
export function embeddedPrograms(roots: readonly Node[]): readonly Embedded[] {
  return roots.flatMap((root) =>
    scalarsIn(root).flatMap(({ key, value }): readonly Embedded[] => {
      if (typeof value.value !== 'string' || !NAMES_VIDEO.test(value.text)) return [];
      const language =
        CODE_KEYS[key] ?? (SCRIPT.test(value.text) && !/^\s*[{[]/.test(value.text) ? 'bash' : null);
      return language === null
        ? []
        : [{ language, text: value.text, sourceOffset: (offset) => offsetIn(value, offset) }];
    }),
  );
}

/** Trees of JSON that whole strings of a tree hold. */
export function embeddedTrees(roots: readonly Node[]): readonly Node[] {
  return roots.flatMap((root) =>
    scalarsIn(root).flatMap(({ value }) =>
      typeof value.value === 'string' &&
      /^\{[^"]*"[\s\S]*\}$/.test(value.text.trim()) &&
      NAMES_VIDEO.test(value.text) &&
      !value.text.includes('{{')
        ? jsonTree(value.text, (offset) => offsetIn(value, offset)).roots
        : [],
    ),
  );
}

function offsetIn(value: Scalar, offset: number): number {
  return offset < value.text.length ? value.place(offset, offset + 1).start : value.end;
}
