// The pages about one thing: a model ID, a request, and their copy as Markdown.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { hintOf } from '../../../src/explain/hint.ts';
import { detailMarkdown } from '../../../src/report/detail/markdown.ts';
import { modelDetail } from '../../../src/report/detail/model.ts';
import { requestDetail } from '../../../src/report/detail/request.ts';
import type { DetailBlock, DetailText, PageDetail } from '../../../src/report/detail/types.ts';
import { pageData } from '../../../src/report/page/data.ts';
import type { Route } from '../../../src/routes/types.ts';
import { MIXED, runOver } from '../run.ts';

const catalog = bundledCatalog();
const asOf = '2026-11-24';

function partsOf(block: DetailBlock): readonly DetailText[] {
  if (block.kind === 'table') return block.rows.flat(2);
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'line' ? block.line : [];
}
const partsIn = ({ blocks }: PageDetail): readonly DetailText[] => blocks.flatMap(partsOf);
const tableIn = ({ blocks }: PageDetail, caption: RegExp) =>
  blocks.find((block) => block.kind === 'table' && caption.test(block.caption));
const textOf = (page: PageDetail): string =>
  partsIn(page)
    .map(({ text }) => text)
    .join('|');

describe('the page of a model ID', () => {
  it('begins with price and state, and has lifecycle, prices, limits and sources as tables', () => {
    const page = modelDetail(catalog, 'veo-3.1-generate-001', 'vertex-ai', asOf);
    const [first] = page.blocks;
    assert.ok(first?.kind === 'line');
    assert.equal(
      first.line.map(({ text }) => text).join(''),
      '$0.20–$0.60 per second · retirement window · as of 2026-11-24',
    );
    for (const caption of [
      /^Lifecycle/,
      /^Price per second, Vertex AI$/,
      /^Limits on Vertex AI$/,
      /^Sources$/,
    ])
      assert.ok(tableIn(page, caption), String(caption));
    const limits = tableIn(page, /^Limits/);
    assert.ok(limits?.kind === 'table');
    const words = limits.rows.map((row) => row.slice(0, 3).map((cell) => cell[0]?.text));
    assert.deepEqual(words[0]?.slice(0, 2), ['durationSeconds', 'allowed']);
    assert.match(String(words[0]?.[2]), /^4, 6, 8/);
  });

  it('says the same price as the hint, and gives every cell of a table its head', () => {
    for (const { id, surfaces } of catalog.models)
      for (const surface of ['unknown', ...Object.keys(surfaces)]) {
        const page = modelDetail(catalog, id, surface, asOf);
        const hint = hintOf(catalog, { id, surface, asOf });
        if (hint !== null) assert.ok(textOf(page).includes(hint), `${id} on ${surface}`);
        for (const block of page.blocks)
          if (block.kind === 'table')
            for (const row of block.rows) assert.equal(row.length, block.head.length, block.caption);
      }
  });

  it('names every source by its title, never by its key', () => {
    const titles = Object.values(catalog.data.sources).map(({ title }) => title);
    const keys = Object.keys(catalog.data.sources).filter(
      (key) => /\d/.test(key) && !titles.some((title) => title.includes(key)),
    );
    const coded = new RegExp(`(?<![\\w/.=-])(?:${keys.join('|')})(?![\\w/.=-])`);
    for (const { id } of catalog.models)
      assert.doesNotMatch(textOf(modelDetail(catalog, id, 'unknown', asOf)), coded);
  });

  it('offers real IDs for one that nobody knows, and says what a spelling of a gateway is', () => {
    assert.ok(tableIn(modelDetail(catalog, 'veo-3.1-generat-001', 'unknown', asOf), /^Nearest/));
    assert.ok(tableIn(modelDetail(catalog, 'google/veo-3.1', 'openrouter', asOf), /^Gateways/));
  });

  it('is there for every ID that the report lists', () => {
    const { lifecycles, details } = pageData(runOver(MIXED), '1');
    assert.ok(lifecycles.length > 0);
    const keys = details.map(({ key }) => key);
    for (const { detail } of lifecycles) assert.ok(keys.includes(detail), detail);
    assert.equal(new Set(keys).size, keys.length);
  });
});

const route = (model: string | null, further: Partial<Route> = {}): Route => ({
  ...{ start: 10, end: 20, name: null, model, modelFrom: 'literal', reference: null, alternatives: [] },
  ...{ surface: 'vertex-ai', surfaceEvidence: null, shape: 'google-sdk' },
  ...{ durationSeconds: null, resolution: '720p', sampleCount: 1, aspectRatio: null },
  ...{ generateAudio: 'dynamic', others: {}, places: {} },
  ...further,
});

describe('the page of a request', () => {
  const where = { text: 'src/a.ts:3', place: { file: 'src/a.ts', line: 3 } };

  it('has a sum for each model, with what is assumed and who says so', () => {
    const page = requestDetail(
      'a',
      where,
      [route('veo-3.1-generate-001'), route('veo-3.1-fast-generate-001')],
      { catalog, asOf },
    );
    assert.equal(page.blocks.filter(({ kind }) => kind === 'heading').length, 2);
    const text = textOf(page);
    assert.match(text, /^src\/a\.ts:3\| · as of 2026-11-24\|/);
    assert.match(text, /\|Duration\|not set\|/);
    assert.match(text, /\|Audio\|decided when it runs\|/);
    assert.match(text, /\|duration assumed 8 s/);
    assert.match(text, /\|Sum\|\$[\d.]+–\$[\d.]+ per request\|/);
    assert.match(text, /\|Source: .+, checked \d{4}-\d{2}-\d{2}\.\|?/);
  });

  it('says what it does not know', () => {
    const page = requestDetail('a', where, [route(null, { surface: 'unknown' })], { catalog, asOf });
    assert.match(JSON.stringify(page), /Model unknown · surface unknown/);
    assert.match(textOf(page), /No price: /);
  });
});

describe('the copy of a page as Markdown', () => {
  it('keeps every word, and each row of a table on its own line', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}$/);
    const rows = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, rows, (title, cells) => {
        const page = detailMarkdown({
          key: 'a',
          title,
          blocks: [
            {
              kind: 'table',
              caption: 'Rows',
              head: ['One', 'Two'],
              rows: cells.map((row) => row.map((text) => [{ text }])),
            },
          ],
        });
        const table = cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
        assert.equal(page, `# ${title}\n\n## Rows\n\n| One | Two |\n| --- | --- |\n${table}\n`);
      }),
    );
  });
});
