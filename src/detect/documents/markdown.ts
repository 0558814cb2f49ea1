// Markdown: prose with fenced code in other languages.

import { languageOfFence } from './languages/fences.ts';
import { languageOf } from './languages/languages.ts';
import type { Part } from './types.ts';

const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d+\.[ \t]+)?(`{3,}|~{3,})((?!~)[^\n`]*)$/gm;

interface Fence {
  readonly start: number;
  readonly end: number;
  readonly info: string;
}

/** The fences' contents (without the fence lines). An unclosed fence runs to the end of the text. */
export function markdownFences(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { sign: string; info: string; start: number } | null = null;
  for (const match of text.matchAll(FENCE)) {
    const sign = match[1] ?? '';
    const info = (match[2] ?? '').trim();
    if (open === null) open = { sign, info, start: match.index + match[0].length };
    else if (sign[0] === open.sign[0] && sign.length >= open.sign.length && info === '') {
      fences.push({ start: open.start, end: match.index, info: open.info });
      open = null;
    }
  }
  if (open !== null) fences.push({ start: open.start, end: text.length, info: open.info });
  return fences;
}

/** Prose and fences as parts; a fence without a known language is plain code. */
export function markdownParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (start: number, end: number, language: Part['language']): void => {
    if (end > start)
      parts.push({ text: text.slice(start, end), language, sourceOffset: (offset) => start + offset });
  };
  for (const fence of markdownFences(text)) {
    add(from, fence.start, languageOf('markdown'));
    add(fence.start, fence.end, languageOfExample(fence.info) ?? fenceWithoutLanguage(fence.info));
    from = fence.end;
  }
  add(from, text.length, languageOf('markdown'));
  return parts;
}

/** Examples of JSON in documents are commented, which files of it cannot be. */
function languageOfExample(info: string): Part['language'] | null {
  const named = languageOfFence(info);
  return named?.id === 'json' ? languageOf('jsonc') : named;
}

/** An unnamed fence is code of some language; one named `text`, `diff`, `mermaid`, … is prose. */
function fenceWithoutLanguage(info: string): Part['language'] {
  const plain = languageOf('text');
  return info === '' || info.startsWith('{') ? { ...plain, role: 'code' } : plain;
}
