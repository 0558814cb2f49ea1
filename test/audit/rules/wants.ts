// What a fixture wants: `want RULE SEVERITY[+fix]` in a comment of the line, or in a sidecar `x.json.want`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';

const WANT = /\bwant ((?:[\w-]+ [a-z]+(?:\+fix)?(?:, )?)+)/;
/** A comment that says nothing else. */
const WHOLE_COMMENT = /\s*(?:\/\/|#|--|<!--)\s*want [\w +,-]+?(?:\s*-->)?\s*$/;

/** `LINE RULE SEVERITY[+fix]`, sorted, as in a sidecar. */
export function wantedIn(file: string, text: string): readonly string[] {
  const sidecar = `${file}.want`;
  if (existsSync(sidecar)) return readFileSync(sidecar, 'utf8').trim().split('\n').sort();
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...(WANT.exec(line)?.[1]?.split(', ') ?? [])].map((want) => `${index + 1} ${want.trim()}`),
    )
    .sort();
}

/** Writes what is reported into the fixture, or into its sidecar. */
export function writeWants(file: string, text: string, reported: readonly string[]): void {
  const sidecar = `${file}.want`;
  if (existsSync(sidecar)) {
    writeFileSync(sidecar, `${reported.join('\n')}\n`);
    return;
  }
  const lines = text.split('\n').map((line, index) => {
    const start = `${index + 1} `;
    const own = reported.filter((one) => one.startsWith(start)).map((one) => one.slice(start.length));
    return withWants(line, own.join(', '), extname(file));
  });
  writeFileSync(file, lines.join('\n'));
}

function withWants(line: string, wants: string, extension: string): string {
  const said = WANT.exec(line)?.[1] ?? '';
  if (said.trim().split(', ').sort().join(', ') === wants) return line;
  if (wants === '') return line.replace(WHOLE_COMMENT, '');
  if (said !== '') return line.replace(WANT, `want ${wants}`);
  if (/\.(?:md|html|xml)$/.test(extension)) return `${line} <!-- want ${wants} -->`;
  return `${line} ${/\.(?:[jt]sx?|go|java|kt|swift|dart|cs|rs|php)$/.test(extension) ? '//' : '#'} want ${wants}`;
}
