// The edits that take a fault out of a veo-audit.yaml, where the fault says what was meant.
import { isMap, isScalar } from 'yaml';
import { applyEdits } from '../audit/edits.ts';
import type { Fix } from '../audit/types.ts';
import { shallowDocument } from '../routes/config/shallowDocument.ts';
import type { TextEdit } from '../routes/types.ts';
import { type ConfigFault, parseConfig } from './parse.ts';

/** A fault with the edit that does what it says. */
export interface FaultFix {
  readonly fault: ConfigFault;
  readonly fix: Fix;
}

/** The fixes of a configuration's faults. Each of them takes its fault away and brings no other. */
export function faultFixes(text: string): readonly FaultFix[] {
  const parsed = parseConfig(text);
  if ('config' in parsed) return [];
  return parsed.faults.flatMap((fault) => {
    const meant = meantIn(fault.message);
    const edit = meant === null ? null : editAt(text, fault, meant);
    if (meant === null || edit === null || !isBetter(applyEdits(text, [edit]), parsed.faults, fault))
      return [];
    return { fault, fix: { title: `Write ${meant.text} instead`, edits: [edit] } };
  });
}

interface Meant {
  readonly part: 'key' | 'value';
  readonly text: string;
}

const WRITE = '; write ';

/** What the sentence of a fault offers. */
function meantIn(message: string): Meant | null {
  const key = /; did you mean "([^"]+)"\?$/.exec(message)?.[1];
  if (key !== undefined) return { part: 'key', text: key };
  const start = message.indexOf(WRITE);
  const end = message.lastIndexOf(' instead of ');
  return start < 0 || end <= start ? null : { part: 'value', text: message.slice(start + WRITE.length, end) };
}

function editAt(
  text: string,
  { line, column }: ConfigFault,
  { part, text: newText }: Meant,
): TextEdit | null {
  const lineStart = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const at = lineStart + column - 1;
  const node = nodeAt(shallowDocument(text).contents, at, part);
  return node === null ? null : { start: node[0], end: node[1], newText };
}

/** The range of the key that starts at an offset, or of its value; of an item of a list, its own. */
function nodeAt(node: unknown, at: number, part: Meant['part']): readonly [number, number] | null {
  if (isScalar(node)) return part === 'value' && node.range?.[0] === at ? [at, node.range[1]] : null;
  if (isMap(node))
    for (const { key, value } of node.items) {
      if (!isScalar(key) || key.range?.[0] !== at) continue;
      if (part === 'key') return [at, key.range[1]];
      return isScalar(value) && value.range ? [value.range[0], value.range[1]] : null;
    }
  const below = isMap(node)
    ? node.items.map(({ value }) => value)
    : ((node as { readonly items?: readonly unknown[] } | null)?.items ?? []);
  for (const one of below) {
    const found = nodeAt(one, at, part);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a text has every other fault that there was, not this one, and no new one. */
function isBetter(text: string, faults: readonly ConfigFault[], gone: ConfigFault): boolean {
  const after = parseConfig(text);
  const left = 'config' in after ? [] : after.faults.map(({ message }) => message);
  const before = faults.map(({ message }) => message);
  return !left.includes(gone.message) && left.every((message) => before.includes(message));
}
