// HTML: prose with tags; scripts inside it are code.
import type { Span } from './comments.ts';
import { languageOf } from './languages/languages.ts';
import type { Part } from './types.ts';

const OPEN = /<!--|<script\b[^<>]*>/gi;
const CLOSE = /<\/script\s*>/gi;

/** What stands in the script elements of a text, but for those in comments; one that is never closed goes on to the text's end. */
export function scriptSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const open = new RegExp(OPEN);
  const close = new RegExp(CLOSE);
  // Negative once no comment is closed any more: then nothing is looked for again.
  let commentEnd = 0;
  for (let found = open.exec(text); found !== null; found = open.exec(text)) {
    if (found[0] === '<!--') {
      if (commentEnd >= 0) commentEnd = text.indexOf('-->', open.lastIndex);
      if (commentEnd >= 0) open.lastIndex = commentEnd;
      continue;
    }
    close.lastIndex = open.lastIndex;
    const end = close.exec(text)?.index ?? text.length;
    spans.push({ start: open.lastIndex, end });
    open.lastIndex = end;
  }
  return spans;
}

/** Scripts as JavaScript parts, all else as HTML. */
export function htmlParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (start: number, end: number, id: 'html' | 'javascript'): void => {
    if (end > start)
      parts.push({ text: text.slice(start, end), language: languageOf(id), sourceOffset: (o) => start + o });
  };
  for (const { start, end } of scriptSpans(text)) {
    add(from, start, 'html');
    add(start, end, 'javascript');
    from = end;
  }
  add(from, text.length, 'html');
  return parts;
}
