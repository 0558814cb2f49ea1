// Programs inside of other texts: heredocs of shells, code blocks of reStructuredText and of docstrings.
import { docstringSpans } from '../../detect/documents/docstrings.ts';
import { languageOfFence } from '../../detect/documents/languages/fences.ts';
import { type LanguageId, languageOf } from '../../detect/documents/languages/languages.ts';
import { markdownFences } from '../../detect/documents/markdown.ts';
import type { Part } from '../../detect/documents/types.ts';
import { lastAtOrBefore } from '../../detect/lines.ts';
import { guessLanguage } from './guess.ts';

/** The interpreters that read a program from a heredoc, and the endings of files that one is written to. */
const RUNS: readonly (readonly [RegExp, LanguageId])[] = [
  [/\bpython3?\b|\.py\b/, 'python'],
  [/\b(?:node|bun|deno)\b|\.[cm]?js\b/, 'javascript'],
  [/\b(?:tsx|ts-node)\b|\.ts\b/, 'typescript'],
];

/** A shell's text parted from the programs in its heredocs; their places are blank in it. */
export function withHeredocs(part: Part): readonly Part[] {
  if (part.language.id !== 'bash' || !part.text.includes('<<')) return [part];
  const lines = linesOf(part.text);
  const found: Part[] = [];
  const kept: string[] = [];
  let keptTo = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const opening = /<<-?[ \t]*(["']?)(\w+)\1/.exec(line?.text ?? '');
    if (line === undefined || opening === null) continue;
    const from = index + 1;
    while (++index < lines.length && lines[index]?.text.trim() !== opening[2]);
    const language = RUNS.find(([runs]) => runs.test(line.text))?.[1];
    const [first, end] = [lines[from], lines[index]?.start ?? part.text.length];
    if (language === undefined || first === undefined || end <= first.start) continue;
    found.push(sliceOf(part, first.start, end, language));
    kept.push(part.text.slice(keptTo, first.start), blank(part.text.slice(first.start, end)));
    keptTo = end;
  }
  return found.length === 0 ? [part] : [{ ...part, text: kept.join('') + part.text.slice(keptTo) }, ...found];
}

/** The code blocks of a reStructuredText document, each without its indent. */
export function restructuredBlocks(text: string): readonly Part[] {
  const whole: Part = { text, language: languageOf('text'), sourceOffset: (offset) => offset };
  return indentedBlocks(whole, true);
}

/** A Python text with the code blocks of its docstrings as parts of their own. */
export function withDocstringBlocks(part: Part): readonly Part[] {
  if (part.language.id !== 'python' || !/code-block::|code::|```/.test(part.text)) return [part];
  const blocks = docstringSpans(part.text).flatMap(({ start, end }) => {
    const span = sliceOf(part, start, end, 'text');
    const fences = markdownFences(span.text).flatMap((fence) => {
      const language = languageOfFence(fence.info);
      return language === null ? [] : [sliceOf(span, fence.start, fence.end, language.id)];
    });
    return [...fences, ...indentedBlocks(span, false)];
  });
  return [part, ...blocks.map(dedented)];
}

const DIRECTIVE =
  /^([ \t]*)\.\.[ \t]+(?:code-block|code|sourcecode|highlight)::[ \t]{0,20}(\w[\w+-]{0,40})?[ \t]{0,20}$/;

/** A paragraph that ends with two colons: what is indented below it is a literal. */
const LITERAL = /^([ \t]*)(?!\.\. )(?:\S.*)?::[ \t]*$/;

/** The blocks below directives; `literals`: those of paragraphs as well, whose language is guessed. */
function indentedBlocks(part: Part, literals: boolean): readonly Part[] {
  const lines = linesOf(part.text);
  return lines.flatMap((line, index): readonly Part[] => {
    const directive = DIRECTIVE.exec(line.text);
    const opening = directive ?? (literals ? LITERAL.exec(line.text) : null);
    if (opening === null) return [];
    const indent = (opening[1] ?? '').length;
    let last = index + 1;
    while (
      last < lines.length &&
      (lines[last]?.text.trim() === '' || indentOf(lines[last]?.text ?? '') > indent)
    )
      last++;
    const from = lines[index + 1]?.start ?? part.text.length;
    const to = lines[last]?.start ?? part.text.length;
    if (to <= from) return [];
    const named = languageOfFence(directive?.[2] ?? '')?.id;
    const block = dedented(sliceOf(part, from, to, named ?? 'text'));
    const language = named ?? (literals ? guessLanguage(block.text) : null);
    return language === null ? [] : [{ ...block, language: languageOf(language) }];
  });
}

/** A block as its language reads it: options of the directive are blank, and so is what every line begins with. */
function dedented(part: Part): Part {
  const lines = linesOf(part.text);
  const written = lines.filter(({ text }) => text.trim() !== '' && !/^[ \t]*:\w[\w-]*:/.test(text));
  const indent = Math.min(...written.map(({ text }) => indentOf(text)));
  if (!Number.isFinite(indent)) return part;
  const kept = lines.map(({ start, text }) => {
    const isOption = /^[ \t]*:\w[\w-]*:/.test(text);
    const skip = isOption ? text.length : Math.min(indent, text.length);
    return { at: start + skip, text: text.slice(skip) };
  });
  const starts: number[] = [];
  let joined = '';
  for (const { text } of kept) {
    starts.push(joined.length);
    joined += `${text}\n`;
  }
  const sourceOffset = (offset: number): number => {
    const index = lastAtOrBefore(starts, offset);
    const line = kept[index];
    return part.sourceOffset(
      Math.min(
        (line?.at ?? 0) + Math.min(offset - (starts[index] ?? 0), line?.text.length ?? 0),
        part.text.length,
      ),
    );
  };
  return { text: joined, language: part.language, sourceOffset };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, text: line.endsWith('\r') ? line.slice(0, -1) : line };
  });
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function sliceOf(part: Part, start: number, end: number, language: LanguageId): Part {
  return {
    text: part.text.slice(start, end),
    language: languageOf(language),
    sourceOffset: (offset) => part.sourceOffset(start + offset),
  };
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
