// The files that a program's imports lead to, and those that theirs lead to: what is asked for is read, file by file.
import { jsonModule, moduleCandidates } from './modules.ts';
import type { Program } from './syntax/program.ts';
import { Evaluator, type Sibling } from './values/evaluate.ts';
import { TYPE } from './values/imported.ts';

/** How siblings are found and read. */
export interface SiblingParts {
  /** The text of a file of the workspace; null where there is none. */
  readonly readText: (path: string) => Promise<string | null>;
  /** The program of a file's text; null where it cannot be read. */
  readonly programOf: (text: string, isJson: boolean) => Promise<Program | null>;
}

/** The most files that the imports of one document lead to, and how far they are followed from file to file. */
const MOST_SIBLINGS = 12;
const FARTHEST = 4;

/** A file with what its imports were found to lead to. */
interface Module {
  readonly path: string;
  readonly program: Program;
  readonly imports: Map<string, Module>;
  /** What was looked for and is not there. */
  readonly missing: Set<string>;
  /** The latest evaluation. */
  evaluator: Evaluator;
}

/** Evaluates a program with ever more of the files that it asks for. */
export class Siblings {
  readonly #parts: SiblingParts;
  readonly #root: Module;
  #left = MOST_SIBLINGS;

  constructor(path: string, program: Program, parts: SiblingParts) {
    this.#parts = parts;
    this.#root = moduleOf(path, program);
  }

  /** The program with the siblings that are known so far. */
  get evaluator(): Evaluator {
    return this.#root.evaluator;
  }

  /** Reads what the latest evaluation has asked for; false where that gives nothing new. */
  async follow(): Promise<boolean> {
    const found = await this.#followIn(this.#root, 1);
    if (found) evaluate(this.#root);
    return found;
  }

  async #followIn(module: Module, depth: number): Promise<boolean> {
    if (depth > FARTHEST) return false;
    let found = false;
    for (const inner of module.imports.values()) found = (await this.#followIn(inner, depth + 1)) || found;
    for (const wanted of module.evaluator.wanted) {
      if (this.#left <= 0 || module.missing.has(wanted)) continue;
      const sibling = await this.#read(module.path, wanted);
      if (sibling === null) module.missing.add(wanted);
      else {
        this.#left--;
        module.imports.set(wanted, sibling);
        found = true;
      }
    }
    return found;
  }

  async #read(path: string, wanted: string): Promise<Module | null> {
    const { readText, programOf } = this.#parts;
    for (const candidate of await moduleCandidates(path, wanted, readText)) {
      const text = await readText(candidate);
      if (text === null || !declares(text, wanted)) continue;
      const isJson = candidate.endsWith('.json');
      const program = await programOf(isJson ? jsonModule(text) : text, isJson);
      return program === null ? null : moduleOf(candidate, program);
    }
    return null;
  }
}

const moduleOf = (path: string, program: Program): Module => ({
  path,
  program,
  imports: new Map(),
  missing: new Set(),
  evaluator: new Evaluator(program),
});

/** Begins to evaluate a module and all below it anew: what was unknown may be known now. */
function evaluate(module: Module): Sibling {
  const siblings = new Map([...module.imports].map(([name, inner]) => [name, evaluate(inner)]));
  module.evaluator = new Evaluator(module.program, siblings);
  return { evaluator: module.evaluator };
}

/** Whether a file may declare the type that is asked for; what an import names does anyway. */
const declares = (text: string, module: string): boolean =>
  !module.startsWith(TYPE) || text.includes(module.slice(module.lastIndexOf('.') + 1).replace(TYPE, ''));
