// What documents say as layers: stored and read again, and which of their routes count for contracts.
import assert from 'node:assert/strict';
import { foundRoutes, productionRoutes } from '../../src/audit/contractAudit.ts';
import { datedReferences, idLayer } from '../../src/audit/engine.ts';
import { dataOf, layerOf } from '../../src/audit/layerData.ts';
import { fileReportsOf } from '../../src/audit/runRules.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { contextOf } from './contractCase.ts';
import { routeIn } from './rules/routeContext.ts';

describe('a layer as plain data', () => {
  const options = { catalog: bundledCatalog(), asOf: '2026-11-21' };
  const document = { path: 'a.py', text: 'm = "vertex_ai/veo-3.0-generate-001"\n' };
  const layer = idLayer(document, datedReferences(document, options), options);

  it('comes back as it was, without its text', () => {
    const data = dataOf(layer);
    assert.deepEqual(
      data.reported.map(({ rule }) => rule),
      ['shut-down-model'],
    );
    assert.ok(!('document' in data));
    assert.deepEqual(layerOf(structuredClone(data), document), layer);
  });

  it('loses what a rule said that is no more', () => {
    const { reported, ...data } = dataOf(layer);
    const old = { ...data, reported: [...reported, ...reported.map((one) => ({ ...one, rule: 'gone' }))] };
    assert.deepEqual(layerOf(old, document).reported, layer.reported);
  });
});

describe('the routes that contracts are held against', () => {
  const documents = [
    'veo-audit.yaml',
    'src/render.ts',
    'tests/render.ts',
    '.veo-audit/gateways/a.json',
    'app/.veo-audit/evidence/a.json',
    'my.veo-audit/a.ts',
  ].map((path) => ({ document: { path, text: 'make()' }, config: null, routes: [routeIn('make()', {})] }));
  const files = (found: readonly { readonly file: string }[]) => found.map(({ file }) => file);

  it('are those of every file but the configuration and the records of this tool', () => {
    assert.deepEqual(files(foundRoutes(documents, 'veo-audit.yaml')), [
      'src/render.ts',
      'tests/render.ts',
      'my.veo-audit/a.ts',
    ]);
  });

  it('serve users where they stand in production', () => {
    assert.deepEqual(files(productionRoutes(documents, 'veo-audit.yaml')), [
      'src/render.ts',
      'my.veo-audit/a.ts',
    ]);
  });
});

describe('what rules say of several files', () => {
  it('stands by file, place and rule, and the worst of what says the same', () => {
    const at = (file: string, start: number, message: string, severity: 'error' | 'info') => ({
      ...{ file, start, end: start + 1, message, severity, fix: null },
    });
    const rule = (id: string, ...found: readonly ReturnType<typeof at>[]) => ({
      scope: 'contracts' as const,
      meta: { id, severity: 'warning' as const, summary: '', fixable: false, deprecates: false },
      check: () => found,
    });
    const rules = [
      rule(
        'b',
        at('y', 0, 'One.', 'info'),
        at('y', 0, 'One.', 'error'),
        at('y', 0, 'Two.', 'info'),
        at('x', 9, 'One.', 'info'),
      ),
      rule('a', at('y', 0, 'One.', 'info'), at('y', 0, 'One.', 'info'), at('x', 2, 'One.', 'info')),
    ];
    assert.deepEqual(
      fileReportsOf('contracts', contextOf({ config: '' }), rules).map(
        ({ meta, finding }) =>
          `${finding.file}${finding.start} ${meta.id} ${finding.message} ${finding.severity}`,
      ),
      ['x2 a One. info', 'x9 b One. info', 'y0 a One. info', 'y0 b One. error', 'y0 b Two. info'],
    );
  });
});
