// The language of a file by its name.
import { type Language, type LanguageId, languageOf } from './languages.ts';

/** Languages by the ends of file names, in lower case. */
export const EXTENSIONS: Readonly<Record<string, LanguageId>> = {
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

/** Files of words: without an extension (README, LICENSE), or with one that programs do not have. */
const PROSE_NAME =
  /^[^.]+$|\.(?:txt|text|rst|adoc|asciidoc|org|tex|log|out|csv|tsv|srt|vtt|po|pot|eml|patch|diff)$|^\.[a-z]*ignore$/;

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
  return languageOf(PROSE_NAME.test(name) ? 'text' : 'other');
}
