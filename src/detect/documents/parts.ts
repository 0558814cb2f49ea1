// Takes a document apart by its format.
import type { TextDocument } from '../types.ts';
import { htmlParts } from './html.ts';
import { languageOfPath } from './languages/fileNames.ts';
import { languageOfEditor } from './languages/languages.ts';
import { markdownParts } from './markdown.ts';
import { notebookParts } from './notebook.ts';
import type { Part } from './types.ts';

/** The parts of a document in order of position. Malformed notebooks are read as plain text. */
export function documentParts(document: TextDocument): readonly Part[] {
  const language =
    (document.language && languageOfEditor(document.language)) || languageOfPath(document.path);
  const { text } = document;
  switch (language.id) {
    case 'markdown':
      return markdownParts(text);
    case 'notebook':
      return notebookParts(text);
    case 'html':
      return htmlParts(text);
    default:
      return [{ text, language, sourceOffset: (offset) => offset }];
  }
}
