// Reads the text of a veo-audit.yaml: a configuration, or one clear sentence on what is wrong and where.
import { LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type * as z from 'zod';
import { nearestKey } from '../contracts/nearest.ts';
import { type KeyPath, placeIn } from '../contracts/places.ts';
import type { Config } from '../contracts/schema.ts';
import { yamlTooDeep } from '../routes/config/depth.ts';
import { keysAt, optionsAt } from './known.ts';
import { configSchema } from './schema.ts';
import { meantBy, unitOfKey } from './units.ts';

/** What is wrong with a configuration. `message` names the key; lines and columns are 1-based. */
export interface ConfigFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type ParsedConfig = { readonly config: Config } | { readonly faults: readonly ConfigFault[] };

/** Parses and checks a configuration. Never throws; an empty file is an empty configuration. */
export function parseConfig(text: string): ParsedConfig {
  if (yamlTooDeep(text)) return { faults: [{ message: 'it nests too deep to be read', line: 1, column: 1 }] };
  const lines = new LineCounter();
  // Faults are told by their places; the library would print warnings by itself.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number) => ({ line: lines.linePos(offset).line, column: lines.linePos(offset).col });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        message: yamlFault(error),
        ...at(error.pos[0]),
      })),
    };
  }
  const read = toPlain(document);
  if (read === TOO_MANY) return { faults: [{ message: 'its aliases (*name) stand for too much', ...at(0) }] };
  const plain = withoutEmpty(read ?? {});
  const checked = configSchema.safeParse(plain);
  if (checked.success) return { config: checked.data };
  const faults = checked.error.issues
    .flatMap((issue) => faultsOfIssue(issue, plain))
    .map(({ path, message }) => ({ message, ...at(placeIn(document.contents, path).start) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { faults };
}

function yamlFault({ code, message }: YAMLParseError): string {
  return code === 'MULTIPLE_DOCS'
    ? 'it holds several documents (---), and one is read: put everything into one'
    : `it is not valid YAML: ${message}`;
}

const TOO_MANY = Symbol('too many aliases');

/** YAML as plain data; aliases are bounded by the library, so a bomb is an error and not a hang. */
function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return TOO_MANY;
  }
}

/** A key under which everything is commented out says nothing: neither at the top nor for a route. */
function withoutEmpty(plain: unknown): unknown {
  if (!isMap(plain)) return plain;
  const said = Object.entries(plain).filter(([, value]) => value !== null);
  return Object.fromEntries(
    said.map(([key, value]) => [key, key === 'routes' && isMap(value) ? withEmptyContracts(value) : value]),
  );
}

function withEmptyContracts(routes: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(routes).map(([name, contract]) => [name, contract ?? {}]));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Fault {
  readonly path: KeyPath;
  readonly message: string;
}

function faultsOfIssue(issue: z.core.$ZodIssue, plain: unknown): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownKey(issue.path, key) }));
  }
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    return [{ path: issue.path, message: unknownKey(issue.path.slice(0, -1), key) }];
  }
  const value = valueAt(plain, issue.path);
  if (value === undefined && issue.path.length > 0) {
    const above = issue.path.slice(0, -1);
    return [{ path: above, message: `"${above.join('.')}" lacks "${String(issue.path.at(-1))}"` }];
  }
  if (issue.path.length === 0)
    return [
      { path: [], message: `expected keys at the top (${keysAt([]).join(', ')}), found ${kindOf(plain)}` },
    ];
  const name = issue.path.join('.');
  return [{ path: issue.path, message: `"${name}" is wrong: ${explained(issue, value)}` }];
}

/** What was expected, what is there, and what to write instead. */
function explained(issue: z.core.$ZodIssue, value: unknown): string {
  const key = String(issue.path.at(-1) ?? '');
  // An item of a list is named by its number: the list's name says what it is.
  const named = /^\d+$/.test(key) ? String(issue.path.at(-2) ?? key) : key;
  const expected = expectation(issue, named, value);
  const instead =
    structured(issue, value) ?? meantBy(named, value) ?? nearestKey(String(value), optionsAt(issue.path));
  return instead === null ? expected : `${expected}; write ${instead} instead of ${shown(value)}`;
}

/** A list or a map with what stands there alone. */
function structured(issue: z.core.$ZodIssue, value: unknown): string | null {
  if (issue.code !== 'invalid_type' || (typeof value !== 'string' && typeof value !== 'number')) return null;
  if (issue.expected === 'array') return `[${value}]`;
  const keys = keysAt(issue.path);
  if (issue.expected !== 'object' || !keys.includes('to')) return null;
  return `{ to: ${value} }`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'keys';
  return value === null ? 'nothing' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  string: 'text',
};

function expectation(issue: z.core.$ZodIssue, key: string, value: unknown): string {
  const unit = unitOfKey(key);
  if (issue.code === 'invalid_type' && issue.expected === 'number' && unit !== null)
    return `expected a number, in ${unit}`;
  if (issue.code === 'invalid_union') {
    const options = optionsAt(issue.path);
    return options.length === 0 ? issue.message : `expected an HTTP status or one of ${options.join(', ')}`;
  }
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return 'expected lower-case letters, digits and dashes';
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'expected an address (https://…)';
  if (issue.code === 'invalid_value')
    return `expected one of ${issue.values.map((each) => JSON.stringify(each)).join(', ')}`;
  if (issue.code === 'too_small' || issue.code === 'too_big') return boundOf(issue);
  if (issue.code !== 'invalid_type') return issue.message.replace(/^Invalid \w+: /, '');
  const keys = keysAt(issue.path);
  const kind =
    KINDS[issue.expected] ?? (keys.length > 0 ? `keys (${keys.join(', ')})` : 'names with keys below them');
  return `expected ${kind}, found ${kindOf(value)}`;
}

/** `expected a number of at least 0`, `expected at least 1 entry`. */
function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [bound, least] = issue.code === 'too_small' ? [issue.minimum, true] : [issue.maximum, false];
  const limit = `${least ? 'at least' : 'at most'} ${bound}`;
  if (issue.origin === 'string') return least ? 'expected some text' : `expected ${limit} characters`;
  if (issue.origin === 'array') return `expected ${limit} ${Number(bound) === 1 ? 'entry' : 'entries'}`;
  return issue.inclusive === false
    ? `expected a number ${least ? 'above' : 'below'} ${bound}`
    : `expected a number of ${limit}`;
}

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

function valueAt(plain: unknown, path: KeyPath): unknown {
  let value = plain;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

function unknownKey(path: KeyPath, key: string): string {
  if (isGatewayName(path))
    return `the gateway's name "${key}" may hold letters, digits, dots and dashes only`;
  const known = keysAt(path);
  const near = nearestKey(key, known);
  const list = known.length > 0 ? ` (known: ${known.join(', ')})` : '';
  return `unknown key "${[...path, key].join('.')}"${near === null ? list : `; did you mean "${near}"?`}`;
}

const isGatewayName = (path: KeyPath): boolean => path.length === 1 && path[0] === 'gateways';
