// Which grammar and which table read a language.
import type { LanguageId } from '../detect/documents/languages/languages.ts';
import type { GrammarName } from './syntax/grammars.ts';
import type { SyntaxTable } from './syntax/table.ts';
import { BASH } from './syntax/tables/bash.ts';
import { CSHARP } from './syntax/tables/csharp.ts';
import { DART } from './syntax/tables/dart.ts';
import { GO } from './syntax/tables/go.ts';
import { JAVA } from './syntax/tables/java.ts';
import { KOTLIN } from './syntax/tables/kotlin.ts';
import { PHP } from './syntax/tables/php.ts';
import { POWERSHELL } from './syntax/tables/powershell.ts';
import { PYTHON } from './syntax/tables/python.ts';
import { RUBY } from './syntax/tables/ruby.ts';
import { RUST } from './syntax/tables/rust.ts';
import { SWIFT } from './syntax/tables/swift.ts';
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
  go: { grammar: 'go', table: GO },
  java: { grammar: 'java', table: JAVA },
  csharp: { grammar: 'c-sharp', table: CSHARP },
  php: { grammar: 'php', table: PHP },
  ruby: { grammar: 'ruby', table: RUBY },
  rust: { grammar: 'rust', table: RUST },
  kotlin: { grammar: 'kotlin', table: KOTLIN },
  swift: { grammar: 'swift', table: SWIFT },
  dart: { grammar: 'dart', table: DART },
  bash: { grammar: 'bash', table: BASH },
  powershell: { grammar: 'powershell', table: POWERSHELL },
};
