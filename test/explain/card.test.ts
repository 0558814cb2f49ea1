// What is known of one ID: as data and as text.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { cardOf } from '../../src/explain/card.ts';
import { cardText } from '../../src/explain/text.ts';

const catalog = bundledCatalog();
const TODAY = '2026-11-21';

describe('the text of a card', () => {
  const text = cardText(cardOf(catalog, 'veo-3.0-generate-001', TODAY, 'gemini-api'));

  it('says limits in words, not as JSON', () => {
    assert.match(text, /^ {2}latencySeconds +11 to 360/m);
    assert.match(text, /^ {2}poll +method: GET; /m);
    assert.doesNotMatch(text, /\{"/);
  });

  it('says a default with the values that it is one of, and a price of several sizes once', () => {
    const onVertex = cardText(cardOf(catalog, 'veo-3.0-generate-001', TODAY, 'vertex-ai'));
    assert.match(onVertex, /^ {2}durationSeconds +4, 6, 8; default 8 /m);
    assert.match(
      onVertex,
      /^ {2}sampleCount +1, 2, 3, 4; default 1 .*; default: not documented; one is assumed\)/m,
    );
    assert.match(onVertex, /^ {2}enhancePrompt\.default +true/m);
    assert.equal(onVertex.match(/^.*\$0\.40 per second +720p, 1080p with audio/gm)?.length, 1);
    assert.doesNotMatch(onVertex, /durationSeconds\.default|resolution\.default/);
  });

  it('gives each source one line', () => {
    const [, listed = ''] = text.split('\nSources\n');
    for (const line of listed.trimEnd().split('\n'))
      assert.match(line, /^ {2}\[\d+\] +\S.* \(.*, checked [\d-]+\)/);
  });

  it('counts one day as one', () => {
    const last = cardText(cardOf(catalog, 'veo-3.0-generate-001', '2026-06-29', 'gemini-api'));
    assert.match(last, /shuts down on 2026-06-30 \(in 1 day\)/);
  });

  it('lists no source that no line cites', () => {
    const [said = '', listed = ''] = text.split('\nSources\n');
    const cited = new Set(
      [...said.matchAll(/\[(\d+(?:, \d+)*)\]/g)].flatMap(([, keys = '']) => keys.split(', ')),
    );
    const numbers = [...listed.matchAll(/^ {2}\[(\d+)\]/gm)].map(([, number = '']) => number);
    assert.ok(numbers.length > 3);
    assert.deepEqual(
      numbers.filter((number) => !cited.has(number)),
      [],
    );
  });
});

describe('the card of a model', () => {
  it('has one block a surface, each with its own state and way on', () => {
    const card = cardOf(catalog, 'veo-3.1-generate-preview', TODAY);
    assert.ok(card.kind === 'model');
    assert.deepEqual(
      card.surfaces.map(({ surface, status, replacement }) => [
        surface,
        status,
        replacement?.model,
        replacement?.sameApi,
      ]),
      [
        ['gemini-api', 'shut-down', 'gemini-omni-1.1-flash', false],
        ['vertex-ai', 'shut-down', 'veo-3.1-generate-001', true],
      ],
    );
  });

  it('says of each source the newest day on which one of its rows was checked', () => {
    const [id, surface] = ['veo-3.1-generate-001', 'vertex-ai'];
    const keys = ['durationSeconds.allowed', 'sampleCount.allowed'];
    const [known] = Object.values(catalog.data.sources);
    assert.ok(known);
    const checked = (days: readonly string[]) => {
      const constraints = catalog.constraints.map((row) => {
        const day = days[keys.indexOf(row.key)];
        if (row.surface !== surface || !row.models.includes(id) || day === undefined) return row;
        return { ...row, sources: ['ONLYHERE'], checkedOn: day };
      });
      const sources = { ...catalog.data.sources, ONLYHERE: known };
      const card = cardOf(createCatalog({ ...catalog.data, constraints, sources }), id, TODAY, surface);
      assert.ok(card.kind === 'model');
      return card.limitSources.find(({ key }) => key === 'ONLYHERE')?.checkedOn;
    };
    assert.equal(checked(['2026-03-01', '2026-09-01']), '2026-09-01');
    assert.equal(checked(['2026-09-01', '2026-03-01']), '2026-09-01');
  });

  it('is the same for every way to spell the ID', () => {
    const plain = cardOf(catalog, 'veo-3.1-generate-001', TODAY);
    for (const spelling of [
      'vertex_ai/veo-3.1-generate-001',
      'publishers/google/models/veo-3.1-generate-001:predictLongRunning',
    ]) {
      assert.deepEqual(cardOf(catalog, spelling, TODAY), plain, spelling);
    }
  });

  it('says first where the surface of the spelling never had the model', () => {
    for (const [spelling, surface] of [
      ['gemini/veo-3.1-generate-001', 'unknown'],
      ['models/veo-3.1-generate-001', 'unknown'],
      ['veo-3.1-generate-001', 'gemini-api'],
    ] as const) {
      const [, , first] = cardText(cardOf(catalog, spelling, TODAY, surface)).split('\n');
      assert.match(
        first ?? '',
        /^The Gemini API never served veo-3\.1-generate-001\. Use gemini-omni-1\.1-flash there \(another API\)\./,
        spelling,
      );
    }
    assert.match(cardText(cardOf(catalog, 'gemini/veo-3.1-generate-001', TODAY)), /the map prices it/);
    assert.match(
      cardText(cardOf(catalog, 'vertex_ai/veo-3.1-lite-generate-preview', TODAY)),
      /Vertex AI never served veo-3\.1-lite-generate-preview\. Use veo-3\.1-lite-generate-001 there\./,
    );
  });

  it('keeps apart a shutdown that was published and one that was seen', () => {
    const textOf = (id: string, surface: string) => cardText(cardOf(catalog, id, TODAY, surface));
    const seen = textOf('veo-3.1-generate-preview', 'gemini-api');
    assert.match(seen, /shut down on 2026-10-22 \(published, and seen on 2026-11-10\)/);
    assert.match(seen, /seen +gone on 2026-10-25: a gateway reported 404, .* \[\d+\]/);
    assert.match(
      textOf('veo-2.0-generate-001', 'vertex-ai'),
      /shut down on 2026-06-30 \(the published day has passed; nobody has reported it yet\)/,
    );
    assert.match(
      textOf('gemini-omni-flash-preview', 'gemini-api'),
      /shut down on 2026-09-30 \(the published day has passed, yet it was still there on 2026-11-12\)/,
    );
  });

  it('has one line for Imagen', () => {
    assert.match(
      cardText(cardOf(catalog, 'models/imagen-4.0-generate-001', TODAY)),
      /\n\nImagen makes images and is not covered \(shut down on the Gemini API on 2026-08-17\)\.\n/,
    );
  });

  it('is narrowed by a surface', () => {
    const card = cardOf(catalog, 'veo-3.0-generate-001', TODAY, 'gemini-api');
    assert.ok(card.kind === 'model');
    assert.deepEqual(
      card.surfaces.map(({ surface }) => surface),
      ['gemini-api'],
    );
  });

  it('gives the prices of the day, and the last ones as history after the shutdown', () => {
    const prices = (day: string) => {
      const card = cardOf(catalog, 'veo-3.1-fast-generate-preview', day, 'gemini-api');
      assert.ok(card.kind === 'model');
      const rows = card.surfaces[0]?.prices.filter(({ resolution }) => resolution === '720p') ?? [];
      return rows.map(({ usd, holds }) => [usd, holds]);
    };
    assert.deepEqual(prices('2026-04-06'), [[0.15, true]]);
    assert.deepEqual(prices('2026-04-07'), [[0.1, true]]);
    assert.deepEqual(prices('2026-11-21'), [[0.1, false]]);
  });

  it('cites every source that a row names', () => {
    for (const { id } of catalog.models) {
      const card = cardOf(catalog, id, TODAY);
      assert.ok(card.kind === 'model');
      const cited = new Set([...card.sources, ...card.limitSources].map(({ key }) => key));
      const named = card.surfaces.flatMap(({ facts, prices, limits }) =>
        [facts, ...prices, ...limits].flatMap(({ sources }) => sources),
      );
      assert.deepEqual(
        named.filter((key) => !cited.has(key)),
        [],
        id,
      );
    }
  });
});

describe('the card of anything else', () => {
  it('a gateway spelling: what it stands for and how sure that is', () => {
    const card = cardOf(catalog, 'fal-ai/veo3.1/fast', TODAY);
    assert.ok(card.kind === 'alias');
    assert.deepEqual(
      card.rows.map(({ gateway, row }) => [gateway, row.certainty]),
      [['fal', 'assumed']],
    );
  });

  it('an invented ID: the nearest real ones', () => {
    const card = cardOf(catalog, 'veo-3.1-generate', TODAY);
    assert.ok(card.kind === 'unknown');
    assert.equal(card.nearest[0]?.model, 'veo-3.1-generate-001');
  });
});

describe('the card as text', () => {
  it('names state, dates, replacement, price and sources', () => {
    const text = cardText(cardOf(catalog, 'veo-3.1-generate-preview', TODAY));
    for (const words of [
      'Gemini API: shut down',
      'shut down on 2026-10-22',
      'Vertex AI: shut down',
      'shut down on 2026-04-02',
      'veo-3.1-generate-001',
      '(another API)',
      '$0.40 per second',
      'Sources',
      'https://',
    ]) {
      assert.ok(text.includes(words), `${words} is missing in\n${text}`);
    }
  });

  it('is whole for every model on every day: no gaps, no placeholders', () => {
    for (const { id } of catalog.models) {
      for (const day of ['2025-08-01', '2026-03-20', TODAY, '2027-07-01']) {
        const text = cardText(cardOf(catalog, id, day));
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|[ \t]+\n/, `${id} on ${day}`);
        assert.match(text, /[^\n]\n$/);
      }
    }
  });
});
