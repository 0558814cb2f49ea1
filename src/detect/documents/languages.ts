// The languages that files are written in: which role their text plays and how they write comments.
import type { Role } from '../types.ts';

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

/** How a language writes comments and the strings that may hide comment signs. */
export interface CommentSyntax {
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
  /** Quotes whose strings end at the line's end at the latest. */
  readonly quotes: readonly string[];
  /** Quotes whose strings may run over lines. */
  readonly longQuotes: readonly string[];
  /** Whether `/…/` may be a regular expression. */
  readonly regex?: boolean;
  /** Whether a line comment needs white space or a line start before it (`#` in shells, YAML, URLs with `#`). */
  readonly lineNeedsSpace?: boolean;
  /** Whether block comments nest. */
  readonly nested?: boolean;
}

export interface Language {
  readonly id: LanguageId;
  /** The role of text outside comments. */
  readonly role: Exclude<Role, 'comment'>;
  readonly comments: CommentSyntax;
}

const NONE: CommentSyntax = { line: [], block: [], quotes: [], longQuotes: [] };
const C_LIKE: CommentSyntax = { line: ['//'], block: [['/*', '*/']], quotes: ['"', "'"], longQuotes: [] };
const JS: CommentSyntax = { ...C_LIKE, longQuotes: ['`'], regex: true };
const HASH: CommentSyntax = {
  line: ['#'],
  block: [],
  quotes: ['"', "'"],
  longQuotes: [],
  lineNeedsSpace: true,
};
const PYTHON: CommentSyntax = { line: ['#'], block: [], quotes: ['"', "'"], longQuotes: ['"""', "'''"] };
const XML: CommentSyntax = { line: [], block: [['<!--', '-->']], quotes: [], longQuotes: [] };

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
  language('perl', 'code', HASH),
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
  // A language we do not know: its quotes mean what they mean elsewhere, its comments are not told apart.
  language('other', 'code', NONE),
];

const BY_ID: ReadonlyMap<LanguageId, Language> = new Map(TABLE.map((entry) => [entry.id, entry]));

const EXTENSIONS: Readonly<Record<string, LanguageId>> = {
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'tsx',
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  go: 'go',
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  cs: 'csharp',
  csx: 'csharp',
  php: 'php',
  rb: 'ruby',
  rake: 'ruby',
  gemspec: 'ruby',
  rs: 'rust',
  swift: 'swift',
  dart: 'dart',
  scala: 'scala',
  groovy: 'groovy',
  gradle: 'groovy',
  c: 'c',
  h: 'c',
  cc: 'c',
  cpp: 'c',
  hpp: 'c',
  m: 'c',
  mm: 'c',
  zig: 'c',
  sh: 'bash',
  bash: 'bash',
  zsh: 'bash',
  fish: 'bash',
  ksh: 'bash',
  bat: 'batch',
  cmd: 'batch',
  ps1: 'powershell',
  psm1: 'powershell',
  psd1: 'powershell',
  lua: 'lua',
  sql: 'sql',
  pl: 'perl',
  pm: 'perl',
  r: 'r',
  jl: 'r',
  nim: 'r',
  ex: 'elixir',
  exs: 'elixir',
  hs: 'haskell',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  css: 'css',
  scss: 'css',
  less: 'css',
  sass: 'css',
  vue: 'vue',
  svelte: 'vue',
  astro: 'vue',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  webmanifest: 'json',
  har: 'json',
  geojson: 'json',
  jsonc: 'jsonc',
  json5: 'jsonc',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  ini: 'ini',
  cfg: 'ini',
  conf: 'ini',
  env: 'env',
  envrc: 'env',
  properties: 'properties',
  tf: 'terraform',
  tfvars: 'terraform',
  hcl: 'terraform',
  dockerfile: 'dockerfile',
  mk: 'makefile',
  xml: 'xml',
  svg: 'xml',
  plist: 'xml',
  resx: 'xml',
  csproj: 'xml',
  http: 'http',
  rest: 'http',
  graphql: 'graphql',
  gql: 'graphql',
  proto: 'proto',
  ipynb: 'notebook',
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  mdc: 'markdown',
};

const FENCE_NAMES: Readonly<Record<string, LanguageId>> = {
  typescript: 'typescript',
  javascript: 'javascript',
  node: 'javascript',
  python: 'python',
  python3: 'python',
  ipython: 'python',
  golang: 'go',
  kotlin: 'kotlin',
  csharp: 'csharp',
  'c#': 'csharp',
  ruby: 'ruby',
  rust: 'rust',
  shell: 'bash',
  console: 'bash',
  curl: 'bash',
  'shell-session': 'bash',
  shellscript: 'bash',
  powershell: 'powershell',
  pwsh: 'powershell',
  dotenv: 'env',
  terraform: 'terraform',
  docker: 'dockerfile',
  makefile: 'makefile',
};

const FILE_NAMES: readonly (readonly [RegExp, LanguageId])[] = [
  [/^\.env(\.|$)|\.env$/, 'env'],
  [/^(dockerfile|containerfile)(\.|$)/, 'dockerfile'],
  [/^(gnu)?makefile$|^justfile$/, 'makefile'],
  [/^(rakefile|gemfile|podfile|fastfile|vagrantfile)$/, 'ruby'],
  [/^jenkinsfile$/, 'groovy'],
  [/^\.(bashrc|zshrc|profile|bash_profile)$/, 'bash'],
  [/^\.(npmrc|editorconfig|gitconfig|flake8)$/, 'ini'],
  [
    /^(tsconfig|jsconfig|\.eslintrc|\.babelrc|settings|launch|tasks|extensions)(\..*)?\.json$|\.code-workspace$/,
    'jsonc',
  ],
];

const TEXT = language('text', 'prose', NONE);

/** Files of words: without an extension (README, LICENSE), or with one that programs do not have. */
const PROSE_NAME =
  /^[^.]+$|\.(?:txt|text|rst|adoc|asciidoc|org|tex|log|out|csv|tsv|srt|vtt|po|pot|eml|patch|diff)$|^\.[a-z]*ignore$/;

/** The language of an ID. */
export function languageOf(id: LanguageId): Language {
  return BY_ID.get(id) ?? TEXT;
}

/** The language of a file, by its name; plain text where the name says nothing. */
export function languageOfPath(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  for (const [pattern, id] of FILE_NAMES) if (pattern.test(name)) return languageOf(id);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const bare = /^(example|sample|template|dist|tmpl|tpl|j2|jinja|bak|orig|golden|snap)$/.test(extension)
    ? name
        .slice(0, -extension.length - 1)
        .split('.')
        .pop()
    : extension;
  const id = EXTENSIONS[bare ?? ''];
  if (id !== undefined) return languageOf(id);
  return PROSE_NAME.test(name) ? TEXT : languageOf('other');
}

/** The language of a Markdown fence by its info string; null where it names none we know. */
export function languageOfFence(info: string): Language | null {
  const name = (/^[\w#+-]+/.exec(info.trim())?.[0] ?? '').toLowerCase();
  const id = FENCE_NAMES[name] ?? EXTENSIONS[name];
  return id === undefined || id === 'markdown' || id === 'notebook' ? null : languageOf(id);
}

/** Editors know languages that a path does not show (untitled files); maps VS Code language IDs to ours. */
export function languageOfEditor(editorLanguage: string): Language | null {
  if (editorLanguage === 'typescriptreact' || editorLanguage === 'javascriptreact') return languageOf('tsx');
  if (editorLanguage === 'shellscript') return languageOf('bash');
  if (BY_ID.has(editorLanguage as LanguageId)) return languageOf(editorLanguage as LanguageId);
  return null;
}
