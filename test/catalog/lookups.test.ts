// The ways to look a fact up, over a catalog that is made anew for each question; and what was seen by whom, until when.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { addDays, daysBetween, isDay } from '../../src/catalog/days.ts';
import { parseCatalog } from '../../src/catalog/schema.ts';
import { lastProbe, probeAfterShutdown } from '../../src/catalog/sightings.ts';
import type { CatalogData, ModelOnSurface, Sighting } from '../../src/catalog/types.ts';
import { catalogData, rawCatalog } from './catalogData.ts';

const DATA = catalogData();

function first<T>(rows: readonly T[], wanted: (row: T) => boolean = () => true): T {
  return rows.find(wanted) ?? assert.fail('the data has no such row');
}

describe('a catalog', () => {
  const make = (changes: Partial<CatalogData> = {}) => createCatalog({ ...DATA, ...changes });

  it('has each row under its name, the first of two, and nothing under another', () => {
    const alias = first(DATA.aliases);
    const price = first(DATA.prices);
    const row = first(DATA.constraints);
    const catalog = make({
      aliases: [alias, { ...alias, surface: 'fal' }],
      prices: [price, { ...price, usd: 9 }],
      constraints: [row, { ...row, value: 'later' }],
    });
    assert.deepEqual(
      catalog.aliases(alias.spelling).map(({ surface }) => surface),
      [alias.surface, 'fal'],
    );
    assert.deepEqual(catalog.aliases('nothing'), []);
    assert.deepEqual(
      catalog.priceRows(price.model, price.surface).map(({ usd }) => usd),
      [price.usd, 9],
    );
    assert.deepEqual(catalog.priceRows(price.model, 'nowhere'), []);
    for (const model of row.models)
      assert.equal(catalog.constraint(row.surface, model, row.key)?.value, row.value);
    const [model] = row.models;
    assert.ok(model !== undefined);
    assert.equal(catalog.constraint('nowhere', model, row.key), undefined);
    assert.equal(catalog.constraint(row.surface, 'veo-9', row.key), undefined);
    assert.equal(catalog.constraint(row.surface, model, 'nothing'), undefined);
    assert.equal(catalog.model('veo-3.1-generate-001')?.id, 'veo-3.1-generate-001');
    assert.equal(catalog.surface('unknown'), undefined);
    for (const key of ['toString', '__proto__', 'NOWHERE']) assert.equal(catalog.source(key), undefined, key);
    const [source] = Object.keys(DATA.sources);
    assert.equal(catalog.source(source ?? ''), DATA.sources[source ?? '']);
  });

  it('names the gateways whose hosts stand in a text, each once, and no surface of Google', () => {
    const gateway = first(DATA.surfaces, ({ kind }) => kind === 'gateway');
    const google = first(DATA.surfaces, ({ kind, hosts }) => kind === 'google' && hosts.length > 0);
    const surfaces = [
      google,
      { ...gateway, id: 'one', hosts: ['api.one.example', 'cdn.one.example'] },
      { ...gateway, id: 'two', hosts: ['two.example'] },
    ];
    const catalog = make({ surfaces });
    const text = `https://two.example/v1 https://api.one.example https://two.example https://${google.hosts[0]}`;
    assert.deepEqual(catalog.gatewaysIn(text), [
      { surface: 'two', host: 'two.example' },
      { surface: 'one', host: 'api.one.example' },
    ]);
    assert.deepEqual(catalog.gatewaysIn('https://twoxexample https://apixone.example'), []);
    assert.deepEqual(catalog.gatewaysIn(''), []);
    assert.deepEqual(make({ surfaces: [google] }).gatewaysIn(text), []);
  });
});

describe('a probe of the workspace', () => {
  const seen = (day: string, source = `PROBE-${day}`): Sighting => ({
    day,
    saw: 'answering',
    what: 'x',
    source,
  });
  const facts = (shutdown: ModelOnSurface['shutdown'], ...days: readonly string[]): ModelOnSurface => ({
    ...(first(DATA.models).surfaces['vertex-ai'] ?? assert.fail()),
    shutdown,
    seen: days.map((day) => seen(day)),
  });

  it('counts by its day: the newest one up to the day of the question', () => {
    const two = {
      seen: [
        seen('2026-11-10'),
        seen('2026-11-01'),
        seen('2026-11-09', 'DEPR'),
        seen('2026-11-20', 'X-PROBE-'),
      ],
    };
    for (const [day, found] of [
      ['2026-10-31', undefined],
      ['2026-11-01', '2026-11-01'],
      ['2026-11-09', '2026-11-01'],
      ['2026-11-10', '2026-11-10'],
      ['2026-12-01', '2026-11-10'],
    ] as const)
      assert.equal(lastProbe(two, day)?.day, found, day);
    assert.equal(lastProbe({}, '2026-11-10'), undefined);
  });

  it('speaks against a published day from that day on', () => {
    const fixed = { kind: 'fixed', day: '2026-11-05' } as const;
    const probed = (of: ModelOnSurface) => probeAfterShutdown(of, '2026-12-01')?.day;
    assert.equal(probed(facts(fixed, '2026-11-04')), undefined);
    assert.equal(probed(facts(fixed, '2026-11-05')), '2026-11-05');
    assert.equal(probed(facts(fixed, '2026-11-04', '2026-11-06')), '2026-11-06');
    assert.equal(probed(facts({ kind: 'notBefore', day: '2026-11-05' }, '2026-11-06')), '2026-11-06');
    assert.equal(probed(facts({ kind: 'none' }, '2026-11-06')), undefined);
    assert.equal(probed(facts(fixed)), undefined);
  });
});

describe('the days of a year', () => {
  it('end each month where the calendar does', () => {
    for (const [month, length] of [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      const day = (count: number) =>
        `2026-${String(month + 1).padStart(2, '0')}-${String(count).padStart(2, '0')}`;
      assert.deepEqual(
        [isDay(day(length)), isDay(day(length + 1)), isDay(day(0))],
        [true, false, false],
        day(length),
      );
      assert.equal(addDays(day(length), 1).slice(8), '01');
      assert.equal(daysBetween(day(1), day(length)), length - 1);
    }
    assert.equal(isDay('2026-00-10'), false);
    assert.deepEqual(['1900-02-29', '2000-02-29', '2100-02-29'].map(isDay), [false, true, false]);
  });
});

describe('a time between two days', () => {
  it('begins before it ends; a price may begin and end on one day', () => {
    const price = (from: string | null, to: string | null) => () => {
      const raw = rawCatalog();
      const [row, ...others] = raw.prices as readonly object[];
      return parseCatalog({ ...raw, prices: [{ ...row, from, to }, ...others] });
    };
    for (const [from, to] of [
      ['2026-01-01', '2026-01-01'],
      [null, '2026-01-01'],
      ['2026-01-01', null],
    ] as const)
      assert.doesNotThrow(price(from, to), `${from} to ${to}`);
    assert.throws(price('2026-01-02', '2026-01-01'), /`from` must not be after `to`/);
    const released = (from: string, to: string) => () => {
      const raw = rawCatalog();
      const [model, ...others] = raw.models as readonly {
        readonly surfaces: Readonly<Record<string, object>>;
      }[];
      const surfaces = Object.fromEntries(
        Object.entries(model?.surfaces ?? {}).map(([id, row]) => [
          id,
          { ...row, released: { kind: 'between', from, to } },
        ]),
      );
      return parseCatalog({ ...raw, models: [{ ...model, surfaces }, ...others] });
    };
    assert.doesNotThrow(released('2026-01-01', '2026-01-02'));
    for (const to of ['2026-01-01', '2025-12-31'])
      assert.throws(released('2026-01-01', to), /`from` must be before `to`/, to);
  });
});
