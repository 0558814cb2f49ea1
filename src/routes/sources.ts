// The texts of a document that are read for requests: programs, trees of data, files of HTTP requests.
import { scriptSpans } from '../detect/documents/html.ts';
import { type LanguageId, languageOf } from '../detect/documents/languages/languages.ts';
import { documentParts } from '../detect/documents/parts.ts';
import type { Part } from '../detect/documents/types.ts';
import { lastAtOrBefore } from '../detect/lines.ts';
import type { TextDocument } from '../detect/types.ts';
import { restructuredBlocks, withDocstringBlocks, withHeredocs } from './documents/blocks.ts';
import { guessLanguage } from './documents/guess.ts';
import { READABLE } from './languages.ts';

/** A text to read. Offsets are UTF-16 code units. */
export interface Source {
  readonly language: LanguageId;
  readonly text: string;
  /** Offset in the document of the text's offset. */
  sourceOffset(offset: number): number;
  /** The part of the document that the text's offset is from, by number. */
  blockOf(offset: number): number;
}

/** File endings whose programs have another ending of their own. */
const RELATED: Readonly<Record<string, LanguageId>> = {
  gs: 'javascript',
  mts: 'typescript',
  cts: 'typescript',
  es6: 'javascript',
};

/** The document's parts, in the languages that requests are read in. */
export function partsOf(document: TextDocument): readonly Part[] {
  const related = RELATED[document.path.slice(document.path.lastIndexOf('.') + 1).toLowerCase()];
  if (/\.(?:rst|rest\.txt)$/i.test(document.path)) return restructuredBlocks(document.text);
  const parts = documentParts(document).map((part): Part => {
    const { id, role } = part.language;
    if (id !== 'text' && !(related !== undefined && READABLE[id] === undefined)) return part;
    const guessed = related ?? (role === 'code' ? guessLanguage(part.text) : null);
    return guessed === null ? part : { ...part, language: languageOf(guessed) };
  });
  return parts.flatMap(withHeredocs).flatMap(withDocstringBlocks);
}

/** One text a language: cells and fences continue each other, as a reader takes them. */
export function programSources(parts: readonly Part[]): readonly Source[] {
  const byLanguage = new Map<LanguageId, Part[]>();
  for (const part of parts.flatMap(withShellLines)) {
    const { id } = part.language;
    if (READABLE[id] === undefined) continue;
    const known = byLanguage.get(id);
    if (known) known.push(part);
    else byLanguage.set(id, [part]);
  }
  return [...byLanguage].map(([language, own]) => joined(language, own));
}

/** Lines of a notebook's cell that go to the shell are a part of their own. */
function withShellLines(part: Part): readonly Part[] {
  if (part.language.id !== 'python' || !/^[ \t]*!\s*(?:curl|wget)\b/m.test(part.text)) return [part];
  const text = part.text.replace(/^.*$/gm, (line) =>
    /^[ \t]*!/.test(line) ? line.replace('!', ' ') : ' '.repeat(line.length),
  );
  return [part, { ...part, text, language: languageOf('bash') }];
}

function joined(language: LanguageId, parts: readonly Part[]): Source {
  const starts: number[] = [];
  // An example in a document begins without the sign of PHP.
  let text = language === 'php' && parts[0]?.text.includes('<?') === false ? '<?php\n' : '';
  for (const part of parts) {
    starts.push(text.length);
    text += `${readable(part.text, language)}\n`;
  }
  const sourceOffset = (offset: number): number => {
    const index = lastAtOrBefore(starts, offset);
    const part = parts[index];
    return part === undefined
      ? 0
      : part.sourceOffset(Math.min(offset - (starts[index] ?? 0), part.text.length));
  };
  return { language, text, sourceOffset, blockOf: (offset) => lastAtOrBefore(starts, offset) };
}

/** The text with what its parser cannot read made blank or a comment; the length stays. */
function readable(text: string, language: LanguageId): string {
  if (language === 'python') return text.replace(/^([ \t]*)[%!](?=[\w% ])/gm, '$1#');
  if (language === 'bash') return withoutTemplates(text.replace(/^([ \t]*)\$ /gm, '$1  '));
  return language === 'vue' ? scriptsOnly(text) : text;
}

/** `${{ inputs.prompt }}`, which a workflow fills in before the shell reads it, as a variable of the same length. */
const withoutTemplates = (text: string): string =>
  text.replace(/\$\{\{[^{}\n]{0,200}\}\}/g, (template) => `\${${'_'.repeat(template.length - 3)}}`);

/** The program at the head of an Astro file. */
const FRONT = /^---\n([\s\S]*?)\n---/;

function scriptsOnly(text: string): string {
  const front = FRONT.exec(text)?.[1];
  const spans = scriptSpans(text);
  let kept = '';
  for (const { start, end } of front === undefined
    ? spans
    : [{ start: 4, end: 4 + front.length }, ...spans]) {
    if (start >= kept.length)
      kept += text.slice(kept.length, start).replace(/[^\n]/g, ' ') + text.slice(start, end);
  }
  return kept + text.slice(kept.length).replace(/[^\n]/g, ' ');
}
