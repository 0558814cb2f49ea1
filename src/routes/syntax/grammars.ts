// Parsers by language: loaded at the first use through an injected loader, so that nothing here touches a disk.
import { Language, Parser } from 'web-tree-sitter';
import { copyTree, type SyntaxNode } from './tree.ts';

/** The grammars that the loader can be asked for; `runtime` is the parser itself (`web-tree-sitter.wasm`). */
export type GrammarName =
  | 'typescript'
  | 'tsx'
  | 'javascript'
  | 'python'
  | 'go'
  | 'java'
  | 'c-sharp'
  | 'php'
  | 'ruby'
  | 'rust'
  | 'bash'
  | 'powershell'
  | 'kotlin'
  | 'swift'
  | 'dart';

/** Gives the bytes of `tree-sitter-<name>.wasm`; rejects where there is none. */
export type GrammarLoader = (name: GrammarName | 'runtime') => Promise<Uint8Array>;

/** Why a text was not parsed. */
export type ParseRefusal = 'no-grammar' | 'too-long' | 'too-deep' | 'too-slow';

/** `isBroken`: the text has syntax errors, and the tree holds guesses. */
export type Parsed =
  | { readonly root: SyntaxNode; readonly isBroken: boolean }
  | { readonly refused: ParseRefusal };

/** Parsers with their grammars. Build one a process and share it: loading is what costs. */
export interface Grammars {
  /** Parses a text. Never rejects: what cannot be parsed is refused with the reason. */
  parse(name: GrammarName, text: string): Promise<Parsed>;
}

/** The longest text that is parsed, in UTF-16 code units. */
const LONGEST = 2_000_000;

/**
 * Milliseconds after which parsing is given up, for any text and for each character of it: ten times what programs
 * need, so that a busy machine reads the same.
 */
const PATIENCE_MS = 1000;
const PATIENCE_MS_PER_CHARACTER = 0.01;

/** How often a parser asks whether to go on until the clock is looked at, which costs more than to parse a short file. */
const ASKED_PER_LOOK = 64;

/** The deepest nesting of brackets that is parsed: parsers recurse, and end in the middle of work when the stack does. */
const DEEPEST = 1000;

/** Parsers over a loader. Each grammar is asked for once, at its first use. `now` measures patience, in milliseconds. */
export function createGrammars(loader: GrammarLoader, now: () => number = () => performance.now()): Grammars {
  const languages = new Map<GrammarName, Promise<Language | null>>();
  const warm = new Set<GrammarName>();
  let started: Promise<void> | undefined;
  const start = (): Promise<void> => {
    started ??= loader('runtime').then((wasmBinary) =>
      Parser.init({ wasmBinary: wasmBinary as Uint8Array<ArrayBuffer> }),
    );
    return started;
  };
  const language = (name: GrammarName): Promise<Language | null> => {
    const known = languages.get(name);
    if (known) return known;
    const loading = start()
      .then(() => loader(name))
      // Compiled at once: an asynchronous compilation waits behind the optimizing of grammars that are in use, for seconds.
      .then((bytes) => Language.loadSync(new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>)))
      .catch(() => null);
    languages.set(name, loading);
    return loading;
  };
  return {
    parse: async (name, text) => {
      if (text.length > LONGEST) return { refused: 'too-long' };
      if (nestsTooDeep(text)) return { refused: 'too-deep' };
      const grammar = await language(name);
      if (grammar === null) return { refused: 'no-grammar' };
      const first = parseWith(grammar, text, now);
      // The first parse of a language compiles the grammar's code: a second one tells what the text itself costs.
      const again = 'refused' in first && !warm.has(name);
      warm.add(name);
      return again ? parseWith(grammar, text, now) : first;
    },
  };
}

/** Whether more brackets stand open at some place than a parser can follow; those in strings count as well. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[()[\]{}]/g)) {
    depth = bracket === '(' || bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

function parseWith(grammar: Language, text: string, now: () => number): Parsed {
  const parser = new Parser();
  try {
    parser.setLanguage(grammar);
    let until: number | null = null;
    let asked = 0;
    const isLate = (): boolean => {
      if (++asked % ASKED_PER_LOOK !== 0) return false;
      until ??= now() + PATIENCE_MS + text.length * PATIENCE_MS_PER_CHARACTER;
      return now() > until;
    };
    const tree = parser.parse(text, null, { progressCallback: isLate });
    if (tree === null) return { refused: 'too-slow' };
    const isBroken = tree.rootNode.hasError;
    const cursor = tree.walk();
    const root = copyTree(cursor);
    cursor.delete();
    tree.delete();
    return { root, isBroken };
  } catch {
    return { refused: 'too-slow' };
  } finally {
    parser.delete();
  }
}
