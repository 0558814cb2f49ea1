// The languages that files are written in: which role their text plays and how they write comments.
import type { Role } from '../../types.ts';
import { C_LIKE, type CommentSyntax, GUESSED, HASH, JS, NONE, PYTHON, XML } from './commentSyntax.ts';

export type LanguageId =
  | 'typescript'
  | 'tsx'
  | 'javascript'
  | 'python'
  | 'go'
  | 'java'
  | 'kotlin'
  | 'csharp'
  | 'php'
  | 'ruby'
  | 'rust'
  | 'swift'
  | 'dart'
  | 'scala'
  | 'groovy'
  | 'c'
  | 'bash'
  | 'batch'
  | 'powershell'
  | 'lua'
  | 'sql'
  | 'perl'
  | 'r'
  | 'elixir'
  | 'haskell'
  | 'html'
  | 'css'
  | 'vue'
  | 'json'
  | 'jsonc'
  | 'yaml'
  | 'toml'
  | 'ini'
  | 'env'
  | 'properties'
  | 'terraform'
  | 'dockerfile'
  | 'makefile'
  | 'xml'
  | 'http'
  | 'graphql'
  | 'proto'
  | 'notebook'
  | 'markdown'
  | 'text'
  | 'other';

export interface Language {
  readonly id: LanguageId;
  /** The role of text outside comments. */
  readonly role: Exclude<Role, 'comment'>;
  readonly comments: CommentSyntax;
}

const language = (id: LanguageId, role: Language['role'], comments: CommentSyntax): Language => ({
  id,
  role,
  comments,
});

const TABLE: readonly Language[] = [
  language('typescript', 'code', JS),
  language('tsx', 'code', JS),
  language('javascript', 'code', JS),
  language('python', 'code', PYTHON),
  language('go', 'code', { ...C_LIKE, longQuotes: ['`'] }),
  language('java', 'code', { ...C_LIKE, longQuotes: ['"""'] }),
  language('kotlin', 'code', { ...C_LIKE, nested: true, longQuotes: ['"""'] }),
  language('csharp', 'code', { ...C_LIKE, longQuotes: ['"""'] }),
  language('php', 'code', { ...C_LIKE, line: ['//', '#'] }),
  language('ruby', 'code', { ...HASH, block: [['\n=begin', '\n=end']] }),
  // Rust writes lifetimes with a single quote, so that only double quotes open strings.
  language('rust', 'code', { ...C_LIKE, nested: true, quotes: [], longQuotes: ['"'] }),
  language('swift', 'code', { ...C_LIKE, nested: true, quotes: ['"'], longQuotes: ['"""'] }),
  language('dart', 'code', { ...C_LIKE, nested: true, longQuotes: ['"""', "'''"] }),
  language('scala', 'code', { ...C_LIKE, nested: true, quotes: ['"'], longQuotes: ['"""'] }),
  language('groovy', 'code', { ...C_LIKE, longQuotes: ['"""', "'''"] }),
  language('c', 'code', C_LIKE),
  language('bash', 'code', { ...HASH, quotes: [], longQuotes: ['"', "'"] }),
  language('batch', 'code', { ...NONE, line: ['REM ', 'rem ', '::'], lineNeedsSpace: true }),
  language('powershell', 'code', { ...HASH, block: [['<#', '#>']] }),
  language('lua', 'code', { line: ['--'], block: [['--[[', ']]']], quotes: ['"', "'"], longQuotes: [] }),
  language('sql', 'code', { line: ['--'], block: [['/*', '*/']], quotes: [], longQuotes: ["'"] }),
  language('perl', 'code', {
    ...HASH,
    block: [
      ['\n=pod', '\n=cut'],
      ['\n=head', '\n=cut'],
    ],
  }),
  language('r', 'code', HASH),
  language('elixir', 'code', { ...HASH, longQuotes: ['"""'] }),
  language('haskell', 'code', { line: ['--'], block: [['{-', '-}']], quotes: ['"'], longQuotes: [] }),
  language('html', 'prose', XML),
  language('css', 'code', { line: [], block: [['/*', '*/']], quotes: ['"', "'"], longQuotes: [] }),
  language('vue', 'code', {
    ...JS,
    block: [
      ['/*', '*/'],
      ['<!--', '-->'],
    ],
  }),
  language('json', 'config', NONE),
  language('jsonc', 'config', { ...C_LIKE, quotes: ['"'] }),
  language('yaml', 'config', HASH),
  language('toml', 'config', { ...HASH, longQuotes: ['"""', "'''"] }),
  language('ini', 'config', { ...HASH, line: ['#', ';'], quotes: [] }),
  language('env', 'config', HASH),
  language('properties', 'config', { ...HASH, line: ['#', '!'], quotes: [] }),
  language('terraform', 'config', {
    line: ['#', '//'],
    block: [['/*', '*/']],
    quotes: ['"'],
    longQuotes: [],
  }),
  language('dockerfile', 'config', HASH),
  language('makefile', 'config', { ...HASH, quotes: [] }),
  language('xml', 'config', XML),
  language('http', 'code', { ...NONE, line: ['#'], lineNeedsSpace: true }),
  language('graphql', 'code', { ...HASH, longQuotes: ['"""'] }),
  language('proto', 'code', C_LIKE),
  language('notebook', 'code', NONE),
  language('markdown', 'prose', XML),
  language('text', 'prose', NONE),
  // A language we do not know: its quotes mean what they mean elsewhere, its comments are guessed.
  language('other', 'code', GUESSED),
];

const BY_ID: ReadonlyMap<LanguageId, Language> = new Map(TABLE.map((entry) => [entry.id, entry]));

const TEXT = language('text', 'prose', NONE);

/** The language of an ID. */
export function languageOf(id: LanguageId): Language {
  return BY_ID.get(id) ?? TEXT;
}

/** Languages whose names are more than their IDs with a capital. */
const NAMES: Partial<Record<LanguageId, string>> = {
  typescript: 'TypeScript',
  tsx: 'TSX',
  javascript: 'JavaScript',
  csharp: 'C#',
  php: 'PHP',
  powershell: 'PowerShell',
  html: 'HTML',
};

/** What people call a language (`TypeScript`). */
export const nameOfLanguage = (id: LanguageId): string =>
  NAMES[id] ?? id.charAt(0).toUpperCase() + id.slice(1);

/** Editors know languages that a path does not show (untitled files); maps VS Code language IDs to ours. */
export function languageOfEditor(editorLanguage: string): Language | null {
  if (editorLanguage === 'typescriptreact' || editorLanguage === 'javascriptreact') return languageOf('tsx');
  if (editorLanguage === 'shellscript') return languageOf('bash');
  if (BY_ID.has(editorLanguage as LanguageId)) return languageOf(editorLanguage as LanguageId);
  return null;
}
