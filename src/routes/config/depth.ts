// How deep data nests, told before a parser that calls itself for each level runs out of stack: what then happens to be
// compiled ends the whole process.

/** The deepest nesting of data that is read: deeper data was not written to be read. */
const DEEPEST = 200;

/** Why data was not read. */
export const TOO_DEEP = 'nested too deeply to be read';

/** Whether the brackets of JSON nest deeper than data that is read. */
export const jsonTooDeep = (text: string): boolean =>
  bracketsTooDeep(
    text,
    () => true,
    (at) => text[at] === '\n',
  );

/** The same for YAML, whose indents and dashes nest as well. */
export function yamlTooDeep(text: string): boolean {
  const opensString = (at: number, before: string): boolean =>
    /[\s[{,]/.test(text[at - 1] ?? ' ') && /[[{,:?-]/.test(before);
  return bracketsTooDeep(text, opensString, () => false) || indentsTooDeep(text);
}

/** `opensString` is asked for a quote behind the sign `before`; `endsString` whether a string ends before its quote. */
function bracketsTooDeep(
  text: string,
  opensString: (at: number, before: string) => boolean,
  endsString: (at: number) => boolean,
): boolean {
  let depth = 0;
  let before = '-';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '"' && opensString(at, before)) {
      for (at++; at < text.length && text[at] !== '"' && !endsString(at); at++) if (text[at] === '\\') at++;
    }
    if (depth > DEEPEST) return true;
    if (sign.trim() !== '') before = sign;
  }
  return false;
}

function indentsTooDeep(text: string): boolean {
  const columns: number[] = [];
  for (const line of text.split('\n')) {
    const indent = line.search(/[^ \t]/);
    if (indent < 0 || line[indent] === '#') continue;
    while (columns.length > 0 && (columns.at(-1) ?? 0) >= indent) columns.pop();
    columns.push(indent);
    for (let at = indent; /[-?:]/.test(line[at] ?? '') && /[ \t]/.test(line[at + 1] ?? ''); ) {
      columns.push(at + 1);
      at += 1 + line.slice(at + 1).search(/[^ \t]|$/);
      if (columns.length > DEEPEST) return true;
    }
    if (columns.length > DEEPEST) return true;
  }
  return false;
}
