// Every regular expression of the sources takes time linear in its input: `recheck` proves it by an automaton, or finds
// no attack where a pattern looks ahead or behind. This takes minutes together: those that passed stand in
// linear.json (`npm run test:update` adds new ones), all others are looked at here.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { UPDATES } from '../kept.ts';
import { type SourceRegex, sourceRegexes } from './sources.ts';

const PROVED = new URL('./linear.json', import.meta.url);

/** How long one proof may take, in milliseconds. */
const PATIENCE_MS = 8000;

/** What did not pass, by how it begins, with what bounds its time. */
const BOUNDED: readonly (readonly [start: string, bound: string])[] = [
  ['(?:^|\\/)(?:[\\w.]+[._-])?(?:values|application', 'reads the path of a file'],
  ['(?:\\.(?:ya?ml|toml|ini|cfg', 'reads the path of a file'],
  ['^\\.env\\.(?:example|sample', 'reads the path of a file'],
  ['\\s*\\(.*\\)$', 'reads titles of the catalog'],
  ['((?:[\\w@.-]+\\/)*)([\\w.-]*)$', 'reads 400 characters before the cursor'],
  ['model(?:[_-]?(?:id|name))?["\'`\\]]*', 'reads 400 characters before the cursor'],
  ['[:=\\s-]\\s*$', 'reads 400 characters before the cursor'],
  ['deadline|time_?out|expires', 'looks at most 20 characters ahead'],
  ['\\w(?:_url|Url|URL', 'reads the name of a function'],
  ['(?:^|\\.)(?:HttpRequest|Request|Http|HttpClient', 'reads the name of a function'],
  ['\\bAIza[\\w-]{20,}', 'a failed start has fewer than 20 characters behind it'],
  ['(?:(?<![\\w./:@-])[\\w./:@-]+["\'`]?(?:\\s?[,|]', 'reads REACH characters before an ID'],
  ['(?:%[wi]|\\bqw)', 'reads REACH characters before an ID'],
  ['(?<![\\w$])([A-Za-z_$][\\w$]*)\\??\\.(?:find|first', 'reads REACH characters before a bracket'],
  ['["\'][\\w./:-]{1,60}["\']\\s{0,40},', 'reads REACH characters before an ID'],
  ['["\'](?:[\\w.-]+\\/)?(?:kling', 'reads the items of a list, REACH characters to either side'],
  ['^\\s*(?:import\\b', 'reads REACH characters before an ID'],
  ['@generated\\b', 'reads the head of a file, 4,000 characters'],
  ['^\\s*(?:"use strict";)?', 'reads the head of a file, 4,000 characters'],
  ['^\\s*"?(?:http_)?interactions', 'reads the head of a file, 4,000 characters'],
  ['"supportedGenerationMethods"', 'reads the head of a file, 4,000 characters'],
  ['^\\s*(?:\\{\\s*)?["\']?(?:openapi|swagger)', 'reads the head of a file, 4,000 characters'],
  ['\\b(?:def|function\\*?|func', 'reads 200 characters before a bracket'],
  ['(?:\\)|=>|->|\\b(?:else|try|do', 'reads 200 characters before a bracket'],
  ['\\b(?:class|interface|struct', 'reads 200 characters before a bracket'],
  ['\\b(?:enum)\\b', 'reads 200 characters before a bracket'],
  ['=>\\s*\\(?\\s*$', 'reads 200 characters before a bracket'],
  ['(?:^|\\.|\\b)(?:assert', 'reads the name of a call, 200 characters'],
  ['(?:^|\\.|\\b)(?:[sS]et', 'reads the name of a call, 200 characters'],
  ['(?:^|[;\\n{])\\s*(?:const|let|var', 'reads 1,500 characters behind a bracket'],
  ['\\breturn\\s*\\(?\\s*$', 'reads 200 characters before a string'],
  ['\\bcase\\s+\\w+\\s*=\\s*$', 'reads 200 characters before a string'],
  ['(?<!["\'`[({])["\'`[({]+$', 'reads REACH characters before an ID'],
  ['\\b(?:folder|folders|directory', 'reads REACH characters before an ID'],
  ['"(?:role)"', 'reads the head of a file, 4,000 characters'],
  ['["\']?\\b(?:shut_?down', 'reads the head of a file, 4,000 characters'],
  ['\\bgenerate_?videos(?:_?async)?', 'looks at most 200 characters ahead'],
  ['deadline|WithTimeout', 'reads on over blanks only, behind one word'],
  ['\\bmask(?:_?', 'reads on to the end of one word'],
  ['(?:--model[\\w-]*[= ]', 'reads 120 characters before an ID'],
  ['\\/models\\/[\\w.-]{1,60}', 'reads the last 160 characters of a string'],
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
    if (UPDATES) {
      const kept = all.map(keyOf).filter((key) => proved.has(key));
      writeFileSync(PROVED, `${JSON.stringify(kept.sort(), null, 2)}\n`);
    }
    assert.deepEqual(faults, []);
  });
});
