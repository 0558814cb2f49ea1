// Which row of a catalog a route meets, and which labels are near where it meets none.
import assert from 'node:assert/strict';
import { type FindOptions, findRow, labelsAreSent } from '../../src/gateway/rows.ts';
import type { GatewayCatalog, GatewayRow } from '../../src/gateway/types.ts';
import { splitByVeo } from '../../src/gateway/veoRows.ts';
import { catalogOf, rowOf } from './snapshots.ts';

type Written = string | readonly [label: string, upstream: string];

const rowsOf = (written: readonly Written[]): readonly GatewayRow[] =>
  written.map((one) => (typeof one === 'string' ? rowOf(one) : rowOf(one[0], { upstream: one[1] })));

/** What is found, in words. */
function found(catalog: GatewayCatalog, names: readonly string[], options?: FindOptions): string {
  const search = findRow(catalog, names, options);
  if (search.kind === 'missing') return `missing, near ${search.near.join(' ') || 'nothing'}`;
  return search.kind === 'found' ? search.row.label : `${search.kind} ${search.label}`;
}

describe('the labels of a catalog', () => {
  const cases: readonly (readonly [kind: GatewayCatalog['kind'], rows: readonly Written[], sent: boolean])[] =
    [
      ['litellm', ['vertex_ai/veo-x'], false],
      ['litellm', ['veo-y', ['film', 'vertex_ai/veo-x']], true],
      ['portkey', [['veo-x', 'veo-x']], false],
      ['new-api', ['veo-x'], true],
      ['openrouter', ['google/veo-x'], true],
    ];
  for (const [kind, rows, sent] of cases) {
    it(`${kind}, ${JSON.stringify(rows)}: are ${sent ? '' : 'not '}what callers send`, () =>
      assert.equal(labelsAreSent({ kind, rows: rowsOf(rows) }), sent));
  }
});

describe('the row of a name', () => {
  const proxy = catalogOf(rowsOf([['film', 'vertex_ai/veo-3.1'], 'house/veo-3.0']), {
    kind: 'litellm',
    otherLabels: ['words'],
  });
  const file = catalogOf(rowsOf(['vertex_ai/veo-3.1', 'gemini/veo-3.1']), { kind: 'litellm' });
  const tiers = catalogOf(rowsOf([['veo-x-gt-128k', 'veo-x']]), { kind: 'portkey' });
  const seller = catalogOf(rowsOf([['google/veo-3.1', 'veo-3.1']]));
  const cases: readonly (readonly [
    what: string,
    catalog: GatewayCatalog,
    names: readonly string[],
    options: FindOptions | undefined,
    says: string,
  ])[] = [
    ['its own label', proxy, ['film'], undefined, 'film'],
    [
      'the label of a later name before kin of the first',
      proxy,
      ['veo-3.1', 'film'],
      { exact: true },
      'film',
    ],
    ['all of what is sent on', proxy, ['vertex_ai/veo-3.1'], undefined, 'film'],
    ['what is sent on, without its prefix', proxy, ['veo-3.1'], undefined, 'film'],
    ['a label without its prefix', proxy, ['veo-3.0'], undefined, 'house/veo-3.0'],
    [
      'prefixes do not part what callers send',
      proxy,
      ['veo-3.0'],
      { prefixes: ['gemini/'] },
      'house/veo-3.0',
    ],
    [
      'a label that is sent must be exact',
      proxy,
      ['veo-3.0'],
      { exact: true },
      'missing, near house/veo-3.0',
    ],
    ['a row of another model', proxy, ['sora', 'words'], undefined, 'other words'],
    ['any row of a price file where the surface is not known', file, ['veo-3.1'], {}, 'vertex_ai/veo-3.1'],
    [
      'the row of the surface in a price file',
      file,
      ['veo-3.1'],
      { prefixes: ['googleai/', 'gemini/'] },
      'gemini/veo-3.1',
    ],
    [
      'no row of another surface',
      file,
      ['veo-3.1'],
      { prefixes: ['fal/'] },
      'missing, near vertex_ai/veo-3.1 gemini/veo-3.1',
    ],
    [
      'a label without a prefix is on every surface',
      tiers,
      ['veo-x'],
      { prefixes: ['gemini/'] },
      'veo-x-gt-128k',
    ],
    ['new-api knows exact labels only', seller, ['veo-3.1'], undefined, 'missing, near google/veo-3.1'],
  ];
  for (const [what, catalog, names, options, says] of cases) {
    it(`${what}: ${names.join(', ')} → ${says}`, () => assert.equal(found(catalog, names, options), says));
  }
});

describe('labels that are near a name', () => {
  const cases: readonly (readonly [
    what: string,
    labels: readonly string[],
    name: string,
    near: readonly string[],
  ])[] = [
    ['without punctuation and case', ['VEO_3.1'], 'veo-3-1', ['VEO_3.1']],
    ['without a prefix', ['google/veo3'], 'veo-3', ['google/veo3']],
    ['two letters apart, however short', ['veo'], 'vax', ['veo']],
    ['half of the shorter name apart', ['abcdef'], 'abcxyz', ['abcdef']],
    ['more than half apart is not near', ['abcdef'], 'abwxyz', []],
    ['half of a longer name is not half of a short one', ['abcd'], 'abxyzwuv', []],
    ['the beginning of a name', ['veo3'], 'veo3.1-generate-preview', ['veo3']],
    ['a name that goes on', ['veo-3.1-generate-preview'], 'veo3', ['veo-3.1-generate-preview']],
    ['a beginning of three letters is none', ['veo-3.1-generate-preview'], 'veo', []],
    ['the end of a name is not its beginning', ['preview'], 'veo-3.1-generate-preview', []],
    ['nor does a name that ends so go on', ['veo-3.1-generate-preview'], 'preview', []],
    [
      'the nearest come first',
      ['veo3.1-fast', 'veo3.2', 'veo3.1x'],
      'veo3.1',
      ['veo3.2', 'veo3.1x', 'veo3.1-fast'],
    ],
    ['no more than three', ['veo1', 'veo2', 'veo3', 'veo4'], 'veo5', ['veo1', 'veo2', 'veo3']],
  ];
  for (const [what, labels, name, near] of cases) {
    it(`${what}: ${name} → ${near.join(' ') || 'nothing'}`, () => {
      const search = findRow(catalogOf(rowsOf(labels)), [name]);
      assert.deepEqual(search, { kind: 'missing', near });
    });
  }

  it('each label is named once', () =>
    assert.equal(found(catalogOf(rowsOf(['google/veo3'])), ['veo3', 'veo-3']), 'missing, near google/veo3'));
});

describe('rows of Veo and Omni', () => {
  const veo: readonly Written[] = [
    'veo3',
    'veo-3.1-fast',
    'VEO_2',
    'google veo',
    'gemini-omni-1.2-flash',
    ['film', 'vertex_ai/veo-3.1'],
  ];
  const others: readonly Written[] = [
    'gpt-4o',
    'veoneer',
    'inveo-x',
    'gemini-2.5-flash',
    ['draft', 'kling/v2'],
  ];
  for (const one of [...veo, ...others]) {
    const is = veo.includes(one);
    it(`${JSON.stringify(one)} is ${is ? 'one' : 'none'}`, () => {
      const { rows, otherLabels } = splitByVeo(rowsOf([one]));
      assert.deepEqual([rows.length, otherLabels.length], is ? [1, 0] : [0, 1]);
    });
  }

  it('names each other label once', () =>
    assert.deepEqual(splitByVeo(rowsOf(['gpt-4o', 'gpt-4o'])).otherLabels, ['gpt-4o']));
});
