// The language of a fence in Markdown by its info string.
import { EXTENSIONS } from './fileNames.ts';
import { type Language, type LanguageId, languageOf, languageOfEditor } from './languages.ts';

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

/** Languages of files that are no code to read in a fence. */
const NO_CODE: ReadonlySet<LanguageId> = new Set(['markdown', 'notebook', 'text', 'other']);

/** The language of a Markdown fence by its info string; null where it names none we know. */
export function languageOfFence(info: string): Language | null {
  const name = (/^[\w#+-]+/.exec(info.trim())?.[0] ?? '').toLowerCase();
  const id = FENCE_NAMES[name] ?? EXTENSIONS[name] ?? languageOfEditor(name)?.id;
  return id === undefined || NO_CODE.has(id) ? null : languageOf(id);
}
