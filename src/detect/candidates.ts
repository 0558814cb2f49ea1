// Finds the runs of characters in a text that could be an ID of Veo or Gemini Omni, by their boundaries and grammar alone.

import type { Catalog } from '../catalog/catalog.ts';
import { omniCandidates } from './omniCandidates.ts';
import type { Candidate } from './spelling.ts';
import { classifySpelling, type Spelling } from './spelling.ts';
import { FOREIGN_NEEDLES } from './vocabulary/spellings.ts';

const START = /veo(?=[-_.]?\d|[-_](?:fast|lite|quality|pro|ultra)(?![\w-]))/gi;
const RUN = /veo[A-Za-z0-9._-]*/iy;
const WORD = /[A-Za-z0-9]/;

/** Vendors that some gateways join to the version by a dash (`google-veo-3`). */
const DASHED_VENDOR =
  /(?:^|[^\w-])((?:google|deepmind|gemini|vertex|fal|kie|runway|replicate|openrouter|flow|firefly|veo)-)$/;

/** All candidates of `text` in order. Linear in the length of the text. */
export function candidates(text: string, catalog: Catalog): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const { index } of text.matchAll(START)) {
    const candidate = candidateAt(text, index, catalog);
    if (candidate !== null) found.push(candidate);
  }
  const foreign = [...foreignCandidates(text, catalog), ...omniCandidates(text, catalog, startsToken)];
  return foreign.length === 0 ? found : [...found, ...foreign].sort((a, b) => a.start - b.start);
}

function candidateAt(text: string, at: number, catalog: Catalog): Candidate | null {
  const vendor =
    text[at - 1] === '-' ? (DASHED_VENDOR.exec(text.slice(Math.max(0, at - 14), at))?.[1] ?? '') : '';
  if (vendor === '' && !startsToken(text, at)) return null;
  RUN.lastIndex = at;
  const raw = (RUN.exec(text)?.[0] ?? '').replace(/--[\s\S]*$/, '');
  const run = raw.replace(/(?<![._-])[._-]+$/, '');
  const spelling = classifySpelling(run, catalog);
  if (spelling === null || !isComplete(text, at, raw, run, spelling)) return null;
  const end = at + spelling.text.length;
  if (vendor === '') return { start: at, end, spelling };
  // A page and a picture are called `google-veo-3` as well: only a model key makes it an ID.
  if (spelling.kind !== 'alias' || spelling.strength === 'cased') return null;
  return {
    start: at - vendor.length,
    end,
    spelling: { ...spelling, text: vendor + spelling.text, strength: 'slug' },
  };
}

/** Spellings that hold no `veo` at all (`google:3@2`): the catalog's own rows, which nothing else is called. */
function foreignCandidates(text: string, catalog: Catalog): readonly Candidate[] {
  if (!FOREIGN_NEEDLES.some((needle) => text.includes(needle))) return [];
  const spellings = [...new Set(catalog.data.aliases.map(({ spelling }) => spelling))]
    .filter((spelling) => !spelling.includes('veo'))
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\w.@/-])(?:${spellings.join('|')})(?![\\w@/-]|\\.\\w)`, 'g');
  return [...text.matchAll(pattern)].map(({ index, 0: spelled }) => ({
    start: index,
    end: index + spelled.length,
    // A variable can have a name of letters alone: it is a spelling only as a literal.
    spelling: { kind: 'alias', text: spelled, strength: /^\w+$/.test(spelled) ? 'clear' : 'certain' },
  }));
}

/** Whether the run ends where the ID ends: `veo-3.1-${tier}`, `veo-3-*` and `'veo-3.'` go on or stop short. */
function isComplete(text: string, at: number, raw: string, run: string, spelling: Spelling): boolean {
  const cut = raw.slice(run.length);
  const next = text.slice(at + raw.length, at + raw.length + 2);
  if (/^(?:\$[\w{(]|#\{|\{\S|%[sdv({])/.test(next)) return false;
  if (cut.startsWith('-') || /^\\\./.test(next)) return false;
  if (cut.startsWith('_')) return text[at - 1] === '_';
  if (spelling.kind === 'official') return !/^\*+\.\w/.test(text.slice(at + raw.length, at + raw.length + 4));
  // Two stars end a word in bold.
  return !/^\*(?!\*)/.test(next) && !(cut === '.' && /^["'`]/.test(next));
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
