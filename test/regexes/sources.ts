// Reads every regular expression out of the sources: literals, and `new RegExp` whose text can be folded.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** A regular expression of the sources, and where it stands first. */
export interface SourceRegex {
  readonly where: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Stands for text that the program escapes: what it says does not matter. */
const ESCAPED = 'x';

/** How the program takes out of a text what a pattern would read as a sign. */
const ESCAPES = /\bescapeRegex\b|\.join\('\|'\)|\.replace\(\/(?:\\W|\[\^\\w\])\/g, '\.?'\)/;

const ROOT = new URL('../../src/', import.meta.url).pathname;

/** All regular expressions of `src`, each once; composed ones are put together as the program does it. */
export async function sourceRegexes(): Promise<readonly SourceRegex[]> {
  await Parser.init();
  const wasm = createRequire(import.meta.url).resolve(
    '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm',
  );
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm));
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const trees = files.map((file) => {
    const tree = parser.parse(readFileSync(ROOT + file, 'utf8'));
    if (tree === null) throw new Error(`src/${file} was not parsed`);
    return { file, root: tree.rootNode };
  });
  const everywhere = constantsOf(trees.map(({ root }) => root));
  const found = trees.flatMap(({ file, root }) =>
    regexesOf(root, `src/${file}`, new Map([...everywhere, ...constantsOf([root])])),
  );
  return [...new Map(found.map((regex) => [`/${regex.pattern}/${regex.flags}`, regex])).values()];
}

/** The values of all constants by name, where the name is given once in the sources. */
function constantsOf(roots: readonly Node[]): ReadonlyMap<string, Node | null> {
  const constants = new Map<string, Node | null>();
  for (const node of roots.flatMap((root) => root.descendantsOfType('variable_declarator'))) {
    const name = node.childForFieldName('name')?.text ?? '';
    constants.set(name, constants.has(name) ? null : node.childForFieldName('value'));
  }
  return constants;
}

function regexesOf(root: Node, file: string, constants: ReadonlyMap<string, Node | null>): SourceRegex[] {
  const where = (node: Node): string => `${file}:${node.startPosition.row + 1}`;
  const literals = root.descendantsOfType('regex').map((node) => ({
    where: where(node),
    pattern: node.childForFieldName('pattern')?.text ?? '',
    flags: node.childForFieldName('flags')?.text ?? '',
  }));
  const composed = root
    .descendantsOfType('new_expression')
    .filter((node) => node.childForFieldName('constructor')?.text === 'RegExp')
    .map((node) => {
      const [pattern, flags] = node.childForFieldName('arguments')?.namedChildren ?? [];
      return {
        where: where(node),
        pattern: folded(pattern, constants, where(node)),
        flags: flags ? folded(flags, constants, where(node)) : '',
      };
    });
  return [...literals, ...composed];
}

/** The text that an expression of constants stands for. */
function folded(
  node: Node | null | undefined,
  constants: ReadonlyMap<string, Node | null>,
  where: string,
): string {
  if (node?.type === 'regex') return node.childForFieldName('pattern')?.text ?? '';
  if (node?.type === 'identifier') return folded(constants.get(node.text), constants, where);
  if (node?.type === 'string') return String(cooked(node.text.slice(1, -1)));
  if (node?.type === 'member_expression' && node.text.endsWith('.source')) {
    const value = constants.get(node.childForFieldName('object')?.text ?? '');
    if (value?.type === 'regex') return value.childForFieldName('pattern')?.text ?? '';
  }
  if (node !== null && node !== undefined && ESCAPES.test(node.text)) return ESCAPED;
  const raw = node?.type === 'call_expression' && node.text.startsWith('String.raw');
  const template = raw ? node.namedChildren.at(-1) : node;
  if (template?.type !== 'template_string') {
    throw new Error(`${where}: the test cannot read this pattern (${node?.text}): compose it of constants`);
  }
  const parts: string[] = [];
  let from = template.startIndex + 1;
  const textTo = (end: number): string =>
    template.text.slice(from - template.startIndex, end - template.startIndex);
  for (const hole of template.namedChildren.filter((child) => child?.type === 'template_substitution')) {
    if (hole === null) continue;
    parts.push(raw ? textTo(hole.startIndex) : cooked(textTo(hole.startIndex)));
    parts.push(folded(hole.namedChildren[0], constants, where));
    from = hole.endIndex;
  }
  const rest = textTo(template.endIndex - 1);
  return [...parts, raw ? rest : cooked(rest)].join('');
}

/** What a string's escapes stand for. */
const cooked = (text: string): string =>
  text.replace(/\\(.)/g, (_, char: string) => ({ n: '\n', t: '\t' })[char] ?? char);
