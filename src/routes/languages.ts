// Which grammar and which table read a language.
import type { LanguageId } from '../detect/documents/languages.ts';
import type { GrammarName } from './syntax/grammars.ts';
import type { SyntaxTable } from './syntax/table.ts';
import { PYTHON } from './syntax/tables/python.ts';
import { TYPESCRIPT } from './syntax/tables/typescript.ts';

export interface ReadableLanguage {
  readonly grammar: GrammarName;
  readonly table: SyntaxTable;
}

/** The languages whose requests are read. A new one is a table and a line here. */
export const READABLE: Readonly<Partial<Record<LanguageId, ReadableLanguage>>> = {
  typescript: { grammar: 'typescript', table: TYPESCRIPT },
  tsx: { grammar: 'tsx', table: TYPESCRIPT },
  javascript: { grammar: 'javascript', table: TYPESCRIPT },
  vue: { grammar: 'typescript', table: TYPESCRIPT },
  python: { grammar: 'python', table: PYTHON },
};
