// HTML: prose with tags; scripts inside it are code.
import { languageOf } from './languages/languages.ts';
import type { Part } from './types.ts';

const SCRIPT = /<script\b[^>]*>([\s\S]*?)(?:<\/script\s*>|$)/gi;

/** Scripts as JavaScript parts, all else as HTML. */
export function htmlParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (start: number, end: number, id: 'html' | 'javascript'): void => {
    if (end > start)
      parts.push({ text: text.slice(start, end), language: languageOf(id), sourceOffset: (o) => start + o });
  };
  for (const match of text.matchAll(SCRIPT)) {
    const end = match.index + match[0].replace(/<\/script\s*>$/i, '').length;
    const start = end - (match[1]?.length ?? 0);
    add(from, start, 'html');
    add(start, end, 'javascript');
    from = end;
  }
  add(from, text.length, 'html');
  return parts;
}
