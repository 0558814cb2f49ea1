// The names of tables in TOML and INI files, which people choose themselves.
import type { LanguageId } from './documents/languages/languages.ts';
import { mentionsModels } from './keyMeaning.ts';
import { lineBefore, REACH } from './quotes.ts';

const LANGUAGES: ReadonlySet<LanguageId> = new Set(['toml', 'ini']);

/** Whether a stretch stands in the name of a table (`[bindings."gemini/veo-3.1"]`) that is not one of models. */
export function isOwnTableName(text: string, start: number, end: number, language: LanguageId): boolean {
  if (!LANGUAGES.has(language)) return false;
  const head = /^\[{1,2}[\w."'/-]*$/.exec(lineBefore(text, start))?.[0];
  const [tail = ''] = text.slice(end, end + REACH).split(/\r?\n/, 1);
  if (head === undefined || !/^[\w."'/-]*\]{1,2}(?:\s*|\s+[#;].*)$/.test(tail)) return false;
  const tables = head.slice(0, Math.max(0, head.lastIndexOf('.'))).split('.');
  return !tables.some(mentionsModels);
}
