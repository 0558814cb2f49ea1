// The language of a block that does not name it.
import type { LanguageId } from '../../detect/documents/languages/languages.ts';

/** The language of a block by words that no other language has; null where none of them stands in it. */
export function guessLanguage(text: string): LanguageId | null {
  if (/^[ \t]*(?:\$ )?curl\s/m.test(text)) return 'bash';
  if (/^[ \t]*(?:from [\w.]+ import |import \w+$|def \w+\()/m.test(text)) return 'python';
  if (/^[ \t]*(?:import .* from ['"]|const \w+ = |await )/m.test(text)) return 'typescript';
  if (/^[ \t]*(?:POST|GET) https?:/m.test(text)) return 'http';
  return /^\s*[{[]\s*"/.test(text) ? 'json' : null;
}
