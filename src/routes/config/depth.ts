// How deep data nests, told before a parser that calls itself for each level runs out of stack: what then happens to be
// compiled ends the whole process.

/** The deepest nesting of data that is read: deeper data was not written to be read. */
export const DEEPEST_DATA = 200;

/** Why data was not read. */
export const TOO_DEEP = 'nested too deeply to be read';

/** Whether brackets outside of strings nest deeper than data that is read. */
export function bracketsTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:\\.|[^"\\\n])*"|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    if (depth > DEEPEST_DATA) return true;
  }
  return false;
}

/** The same for YAML, whose indents and dashes nest as well. */
export function yamlTooDeep(text: string): boolean {
  if (bracketsTooDeep(text)) return true;
  const columns: number[] = [];
  for (const { 1: indent = '', 2: dashes = '' } of text.matchAll(/^([ \t]*)((?:[-?:][ \t]+)*)(?=[^\s#])/gm)) {
    const opened = [indent.length];
    for (const { index } of dashes.matchAll(/[-?:]/g)) if (index > 0) opened.push(indent.length + index);
    while (columns.length > 0 && (columns.at(-1) ?? 0) >= indent.length) columns.pop();
    columns.push(...opened);
    if (columns.length > DEEPEST_DATA) return true;
  }
  return false;
}
