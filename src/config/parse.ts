// Reads the text of a veo-audit.yaml: a configuration, or one clear sentence on what is wrong and where.
import { distance } from 'fastest-levenshtein';
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Config, configSchema } from './schema.ts';

/** What is wrong with a configuration. `message` names the key; lines and columns are 1-based. */
export interface ConfigFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type ParsedConfig = { readonly config: Config } | { readonly faults: readonly ConfigFault[] };

/** Parses and checks a configuration. Never throws; an empty file is an empty configuration. */
export function parseConfig(text: string): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => ({ line: lines.linePos(offset).line, column: lines.linePos(offset).col });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        message: `it is not valid YAML: ${error.message}`,
        ...at(error.pos[0]),
      })),
    };
  }
  const checked = configSchema.safeParse(toPlain(document) ?? {});
  if (checked.success) return { config: checked.data };
  const faults = checked.error.issues.flatMap((issue) =>
    faultsOfIssue(issue).map(({ path, message }) => ({ message, ...at(offsetOf(document.contents, path)) })),
  );
  return { faults };
}

/** YAML as plain data; aliases are bounded by the library, so a bomb is an error and not a hang. */
function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return { 'too many aliases': true };
  }
}

type KeyPath = readonly PropertyKey[];

function faultsOfIssue(issue: z.core.$ZodIssue): readonly { path: KeyPath; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownKey(issue.path, key) }));
  }
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    return [{ path: issue.path, message: unknownKey(issue.path.slice(0, -1), key) }];
  }
  const name = issue.path.join('.') || 'the file';
  return [
    { path: issue.path, message: `"${name}" is wrong: ${issue.message.replace(/^Invalid \w+: /, '')}` },
  ];
}

function unknownKey(path: KeyPath, key: string): string {
  const known = keysAt(path);
  const near = known
    .filter((name) => distance(name, key) <= 3)
    .sort((a, b) => distance(a, key) - distance(b, key))[0];
  const hint =
    near === undefined
      ? known.length > 0
        ? ` (known: ${known.join(', ')})`
        : ''
      : `; did you mean "${near}"?`;
  return `unknown key "${[...path, key].join('.')}"${hint}`;
}

function keysAt(path: KeyPath): readonly string[] {
  if (path.length === 0) return Object.keys(configSchema.shape);
  return path[0] === 'rules' ? configSchema.shape.rules.unwrap().keyType.options : [];
}

/** The offset of a key in the document, or of the nearest thing above it. */
function offsetOf(root: Node | null, path: KeyPath): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (node !== null && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
}
