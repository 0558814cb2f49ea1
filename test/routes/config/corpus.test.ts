// Every labelled configuration and every sample is read as its label says: routes, places, fallbacks, limits.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describeReading, read } from './describe.ts';

const CORPUS = new URL('./corpus/', import.meta.url);
const SAMPLES = new URL('../../../samples/formats/', import.meta.url);
const SAMPLE_LABELS = new URL('./samples/', import.meta.url);
const LABEL = '.routes';

const filesUnder = (folder: URL): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.pathname.length - 1).replace(/^\/+/, ''))
    .filter((name) => !name.endsWith(LABEL) && !name.endsWith('.md'))
    .sort();

function check(folder: URL, labels: URL, path: string): void {
  const label = new URL(`${path}${LABEL}`, labels);
  assert.ok(existsSync(label), `${path} has no label`);
  const expected = readFileSync(label, 'utf8').trimEnd().split('\n');
  const document = { path, text: readFileSync(new URL(path, folder), 'utf8') };
  const lines = expected.filter((line) => !line.startsWith('#'));
  assert.deepEqual([...describeReading(document)], lines, path);
}

describe('labelled configurations', () => {
  for (const path of filesUnder(CORPUS)) it(path, () => check(CORPUS, CORPUS, path));
});

describe('samples', () => {
  for (const path of filesUnder(SAMPLES)) it(path, () => check(SAMPLES, SAMPLE_LABELS, path));
});

describe('places of configurations', () => {
  for (const path of filesUnder(CORPUS)) {
    it(`${path}: the text at each place is what was read`, () => {
      const text = readFileSync(new URL(path, CORPUS), 'utf8');
      const reading = read({ path, text });
      for (const route of reading?.routes ?? []) {
        const { reference, places } = route;
        assert.equal(text.slice(reference?.start, reference?.end), reference?.text);
        assert.ok(
          route.entry.start <= route.start && route.end <= route.entry.end,
          'the route lies in its entry',
        );
        if (places.model !== undefined)
          assert.equal(text.slice(places.model.start, places.model.end), reference?.text);
        for (const alias of route.aliases.filter(({ name }) => !/[[$]/.test(name))) {
          assert.equal(text.slice(alias.start, alias.end), alias.name);
        }
      }
      for (const { from, to, local } of reading?.fallbacks ?? []) {
        if (local || /\]$/.test(to.name)) continue;
        for (const { name, start, end } of [from, to]) {
          // Settings are named by their path, which ends with the key.
          assert.ok(name === text.slice(start, end) || name.endsWith(`.${text.slice(start, end)}`), name);
        }
      }
    });
  }
});
