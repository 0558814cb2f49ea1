// Finds the runs of characters in a text that could be a Veo ID, by their boundaries and grammar alone.
import type { Catalog } from '../catalog/catalog.ts';
import { classifySpelling, type Spelling } from './spelling.ts';

/** A run that could be an ID. Offsets are UTF-16 code units of the text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly spelling: Spelling;
}

const RUN = /veo[A-Za-z0-9._-]*/y;
const WORD = /[A-Za-z0-9]/;

/** All candidates of `text` in order. Linear in the length of the text. */
export function candidates(text: string, catalog: Catalog): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf('veo'); at >= 0; at = text.indexOf('veo', at + 3)) {
    if (!/^[-_.]?\d/.test(text.slice(at + 3, at + 5)) || !startsToken(text, at)) continue;
    RUN.lastIndex = at;
    const raw = (RUN.exec(text)?.[0] ?? '').replace(/--[\s\S]*$/, '');
    const run = raw.replace(/(?<![._-])[._-]+$/, '');
    const spelling = classifySpelling(run, catalog);
    if (spelling !== null && isComplete(text, at, raw, run, spelling)) {
      found.push({ start: at, end: at + spelling.text.length, spelling });
    }
  }
  return found;
}

/** Whether the run ends where the ID ends: `veo-3.1-${tier}`, `veo-3-*` and `'veo-3.'` go on or stop short. */
function isComplete(text: string, at: number, raw: string, run: string, spelling: Spelling): boolean {
  const cut = raw.slice(run.length);
  const next = text.slice(at + raw.length, at + raw.length + 2);
  if (/^(?:\$[\w{(]|#\{|\{\S|%[sdv({])/.test(next)) return false;
  if (cut.startsWith('-') || /^\\\./.test(next)) return false;
  if (cut.startsWith('_')) return text[at - 1] === '_';
  if (spelling.kind === 'official') return !/^\*+\.\w/.test(text.slice(at + raw.length, at + raw.length + 4));
  return !next.startsWith('*') && !(cut === '.' && /^["'`]/.test(next));
}

/** Whether an ID can begin at `at`: not inside a word, an identifier or a longer name; escapes count as boundaries. */
function startsToken(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const beforeThat = text[at - 2] ?? ' ';
  if (WORD.test(before)) return endsEscape(text, at);
  if (before === '_') return !/[A-Za-z0-9$]_+$/.test(text.slice(Math.max(0, at - 4), at));
  if (before === '.') return !/[\w)\]]/.test(beforeThat);
  if (before === '-') return beforeThat === ':' || text.startsWith('<!--', at - 4);
  if (before === '#') return /\s/.test(beforeThat);
  return !/[$@]/.test(before);
}

/** Whether the letters just before `at` are the tail of `\n`, `\u0022`, `\x27` or `%2F`. */
function endsEscape(text: string, at: number): boolean {
  const tail = text.slice(Math.max(0, at - 8), at);
  const tailEscape = /(?<!\\)(\\+)(?:[nrtbfv0]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})$/.exec(tail);
  if (tailEscape !== null) return (tailEscape[1]?.length ?? 0) % 2 === 1;
  return /%[0-9a-fA-F]{2}$/.test(tail) || endsColour(text, at);
}

const ESCAPE_CHARACTER = String.fromCharCode(27);

/** Whether a terminal's colour ends at `at` (`ESC[32m`, `\\u001b[0m`, `\\033[1m`): logs put it around words. */
function endsColour(text: string, at: number): boolean {
  const colour = /\[[\d;]*m$/.exec(text.slice(Math.max(0, at - 12), at));
  if (colour === null) return false;
  const before = text.slice(Math.max(0, at - colour[0].length - 6), at - colour[0].length);
  return before.endsWith(ESCAPE_CHARACTER) || /\\(?:u001b|x1b|033|e)$/i.test(before);
}
