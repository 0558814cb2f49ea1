// Every regular expression of the sources takes time linear in its input, as `recheck` proves it. Proofs take minutes
// together: those that are done stand in linear.json (REGEXES=write adds new ones), all others are made here.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { type SourceRegex, sourceRegexes } from './sources.ts';

const PROVED = new URL('./linear.json', import.meta.url);

/** How long one proof may take, in milliseconds. */
const PATIENCE_MS = 8000;

/** What no proof was found for, by how it begins, with what bounds its time. */
const BOUNDED: readonly (readonly [start: string, bound: string])[] = [
  ['(?:^|\\/)(?:[\\w.]+[._-])?(?:values|application', 'reads the path of a file'],
  ['deadline|time_?out|max_?\\w{0,20}(?:attempt', 'looks at most 20 characters ahead'],
  ['\\w(?:_url|Url|URL', 'reads the name of a function'],
  ['(?:^|\\.)(?:HttpRequest|Request|Http|HttpClient', 'reads the name of a function'],
  ['\\bAIza[\\w-]{20,}', 'a failed start has fewer than 20 characters behind it'],
  ['\\beyJ[\\w-]{8,}', 'not bounded: quadratic in the longest word of a message'],
  ['(\\b(?:https?|gs):\\/\\/[^\\s"\'<>?]*)\\?', 'not bounded: quadratic in the longest word of a message'],
];

const keyOf = ({ pattern, flags }: SourceRegex): string => `/${pattern}/${flags}`;

/** What is wrong with a regular expression, or null. */
async function faultOf(regex: SourceRegex): Promise<string | null> {
  const verdict = await check(regex.pattern, regex.flags, { timeout: PATIENCE_MS });
  if (verdict.status === 'safe') return null;
  const attack = verdict.status === 'vulnerable' ? `: ${verdict.attack.pattern}` : '';
  return `${regex.where}: ${keyOf(regex)} is not proved linear (${verdict.status}${attack})`;
}

describe('regular expressions of the sources', () => {
  it('are linear, composed ones as well', async function () {
    this.timeout(300_000);
    const proved = new Set<string>(JSON.parse(readFileSync(PROVED, 'utf8')));
    const all = await sourceRegexes();
    assert.ok(all.length > 700, 'the sources are read');
    const faults: string[] = [];
    for (const regex of all) {
      if (proved.has(keyOf(regex)) || BOUNDED.some(([start]) => regex.pattern.startsWith(start))) continue;
      const fault = await faultOf(regex);
      if (fault === null) proved.add(keyOf(regex));
      else faults.push(fault);
    }
    if (process.env.REGEXES === 'write') {
      const kept = all.map(keyOf).filter((key) => proved.has(key));
      writeFileSync(PROVED, `${JSON.stringify(kept.sort(), null, 2)}\n`);
    }
    assert.deepEqual(faults, []);
  });
});
