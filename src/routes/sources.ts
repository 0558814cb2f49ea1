// The program texts of a document: parts in one language put together, with the way back to the source.
import type { LanguageId } from '../detect/documents/languages.ts';
import type { Part } from '../detect/documents/types.ts';
import { READABLE } from './languages.ts';

/** A text to parse. Offsets are UTF-16 code units. */
export interface Source {
  readonly language: LanguageId;
  readonly text: string;
  /** Source offset of the text's offset. */
  sourceOffset(offset: number): number;
}

/** One text a language: cells and fences continue each other, as a reader takes them. */
export function programSources(parts: readonly Part[]): readonly Source[] {
  const byLanguage = new Map<LanguageId, Part[]>();
  for (const part of parts) {
    const { id } = part.language;
    if (READABLE[id] === undefined) continue;
    byLanguage.set(id, [...(byLanguage.get(id) ?? []), part]);
  }
  return [...byLanguage].map(([language, own]) => joined(language, own));
}

function joined(language: LanguageId, parts: readonly Part[]): Source {
  const starts: number[] = [];
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    text += `${readable(part.text, language)}\n`;
  }
  const sourceOffset = (offset: number): number => {
    const index = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    const part = parts[index];
    return part === undefined
      ? 0
      : part.sourceOffset(Math.min(offset - (starts[index] ?? 0), part.text.length));
  };
  return { language, text, sourceOffset };
}

/** The text with what its parser cannot read made blank or a comment; the length stays. */
function readable(text: string, language: LanguageId): string {
  if (language === 'python') return text.replace(/^([ \t]*)[%!](?=[\w% ])/gm, '$1#');
  if (language === 'vue') return scriptsOnly(text);
  return text;
}

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script\s*>|^---\n([\s\S]*?)\n---/gi;

function scriptsOnly(text: string): string {
  let kept = '';
  for (const match of text.matchAll(SCRIPT)) {
    const script = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(script, match[1] === undefined ? 0 : match[0].indexOf('>'));
    kept += text.slice(kept.length, start).replace(/[^\n]/g, ' ') + script;
  }
  return kept + text.slice(kept.length).replace(/[^\n]/g, ' ');
}
