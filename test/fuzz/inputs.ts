// Inputs of the fuzz: texts of the corpora and the samples, cut, joined and damaged. One seed gives the same ones again.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A text under a path, as a scan meets it. */
export interface Input {
  readonly path: string;
  readonly text: string;
}

/** Gives whole numbers from 0 up to, but not including, a bound. */
export type Random = (bound: number) => number;

/** Numbers by chance, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Longer texts say nothing more, and take the time of many. */
const LONGEST = 4000;

/** The texts that inputs are made of, in the order of their paths. */
export function seedTexts(): readonly Input[] {
  const found: Input[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(join(ROOT, folder)).sort()) {
      const path = `${folder}/${name}`;
      if (statSync(join(ROOT, path)).isDirectory()) walk(path);
      else if (!/\.(?:png|mp4|golden)$/.test(extname(name)))
        found.push({ path, text: readFileSync(join(ROOT, path), 'utf8').slice(0, LONGEST) });
    }
  };
  for (const folder of [
    'test/corpus',
    'test/fixtures',
    'test/routes/config',
    'test/smoke/fixtures',
    'samples',
  ])
    walk(folder);
  return found.filter(({ text }) => text.length > 0);
}

/** What breaks texts: signs that open and close, and words that readers look for. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '`',
    '"""',
    '```\n',
    '${',
    '{{',
    '\\',
    '\\u',
    '%2F',
    '/*',
    '*/',
    '//',
    '#',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '- ',
    ': ',
    '=',
    ',',
    ';',
    '|',
    '<<EOF\n',
    '&a ',
    '*a',
    '<<: *a',
    '---\n',
    '\0',
    '\ud800',
    '😀',
  ],
  ...[
    'veo-3.0-generate-001',
    'veo3',
    'fal-ai/veo3/fast',
    'model',
    'fallbacks',
    'veo-audit-ignore',
    '<script>',
    '...x',
  ],
];

/** One input: a text that was changed up to four times. */
export function inputFrom(random: Random, seeds: readonly Input[]): Input {
  const seed = pick(random, seeds);
  let { text } = seed;
  for (let changes = random(5); changes > 0; changes--) text = changed(random, text, seeds);
  // A text under another name is read in another language.
  return { path: random(10) === 0 ? pick(random, seeds).path : seed.path, text };
}

function changed(random: Random, text: string, seeds: readonly Input[]): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + random(80));
  const stretch = text.slice(at, to);
  switch (random(6)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + stretch.repeat(1 + random(8)) + text.slice(to);
    case 2: {
      const other = pick(random, seeds).text;
      const from = random(other.length);
      return text.slice(0, at) + other.slice(from, from + random(200)) + text.slice(to);
    }
    case 3:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + pick(random, PIECES).repeat(random(8) === 0 ? 300 : 1) + text.slice(at);
  }
}

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[random(from.length)];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}
