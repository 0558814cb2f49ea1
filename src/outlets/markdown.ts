// Text that others wrote, for Markdown: pull-request comments, evidence, hovers and pages.
import { plainLine } from './plain.ts';

/** What begins markup, HTML, an entity, a mention, a formula or one of the editor's icons within a line. */
const MARKUP = /[\\`*_{}[\]<>()#|~&@!$]/g;

/** What makes a link of plain words: a scheme, `//host`, and a name with a dot before a letter. */
const LINK_WORDS = /:(?=\/)|\/(?=\/)|\.(?=\p{L})/gu;

/** What begins a block at the start of a line. */
const BLOCK_AHEAD = /^(?:[-+=:]|\d{1,9}(?=[.)]))/;

/** GitHub looks for mentions, and renderers for mail addresses, in the finished text: only a character between stops them. */
const MENTION = /@(?=[\p{L}\p{N}])/gu;
const JOINER = '\u2060';

/** A text as itself, on one line: nothing in it is Markdown, HTML or a link, in a cell of a table too. */
export function markdownText(text: string): string {
  const line = plainLine(text).trim();
  return line
    .replaceAll(MARKUP, '\\$&')
    .replaceAll(MENTION, `$&${JOINER}`)
    .replaceAll(LINK_WORDS, '\\$&')
    .replace(BLOCK_AHEAD, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A text as a code span, whatever it holds, in a cell of a table too. */
export function markdownCode(text: string): string {
  const line = plainLine(text);
  if (line.trim() === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** A link where the address is a web page, else the words alone. Neither can end the link early. */
export function markdownLink(words: string, address: string | null): string {
  const text = markdownText(words);
  if (address === null || !URL.canParse(address)) return text;
  const { href, protocol } = new URL(address);
  return protocol === 'https:' ? `[${text}](${href.replaceAll(/[^\w./:?#&=%~+,;@-]/g, percent)})` : text;
}

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
