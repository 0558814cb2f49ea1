// alias-unverified by what the catalog knows of a spelling: rows that no gateway of the fixtures has.
import assert from 'node:assert/strict';
import { datedReferences } from '../../../src/audit/engine.ts';
import { aliasUnverified } from '../../../src/audit/rules/aliasUnverified.ts';
import type { DatedReference } from '../../../src/audit/types.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Alias } from '../../../src/catalog/types.ts';
import { catalogData } from '../../catalog/catalogData.ts';
import { findingsOf } from './routeContext.ts';

const DATA = catalogData();
const TEXT = "m = { model: 'veo3_fast' }\n";

/** What is said of the spelling `film`, given its rows. */
function said(rows: readonly Partial<Alias>[], changes: Partial<DatedReference> = {}): readonly string[] {
  const [row] = DATA.aliases;
  const [reference] = datedReferences(
    { path: 'a.py', text: TEXT },
    { catalog: createCatalog(DATA), asOf: '2026-10-01' },
  );
  assert.ok(row && reference);
  const base: Alias = {
    ...row,
    spelling: 'film',
    surface: 'openrouter',
    resolvesTo: null,
    family: 'veo-3.1',
    certainty: 'assumed',
  };
  const catalog = createCatalog({ ...DATA, aliases: rows.map((one) => ({ ...base, ...one })) });
  const references: readonly DatedReference[] = [
    { ...reference, id: 'film', kind: 'alias', surface: 'unknown', ...changes },
  ];
  return findingsOf(aliasUnverified, TEXT, [], { references, catalog }).map(({ message }) => message);
}

describe('alias-unverified', () => {
  it('names the gateways that have the spelling, and what they claim', () => {
    assert.deepEqual(said([{}]), [
      "film is a gateway's spelling for a model of the veo-3.1 family (seen at OpenRouter); which one answers is not documented. Ask the gateway.",
    ]);
    assert.match(
      said([{}, { surface: 'fal', family: 'veo-3.0' }])[0] ?? '',
      /for a model of the veo-3\.1 or veo-3\.0 family \(seen at OpenRouter and fal\);/,
    );
  });

  it('names the gateway that is asked', () => {
    assert.deepEqual(said([{}], { surface: 'fal' }), [
      "film is fal's spelling for a model of the veo-3.1 family; which one answers is not documented. Ask fal.",
    ]);
  });

  it('claims nothing that no row says', () => {
    const plain = ["film is a gateway's spelling; which model answers is not documented. Ask the gateway."];
    assert.deepEqual(said([]), plain);
    assert.deepEqual(said([{ surface: 'unknown', family: null }]), plain);
  });

  it('is silent where every gateway documents what it sends, and speaks where one does not', () => {
    assert.deepEqual(said([{ certainty: 'documented' }]), []);
    assert.equal(said([{ certainty: 'documented' }, { surface: 'fal' }]).length, 1);
  });

  it('is silent on what is only spoken of, and on what is no alias', () => {
    assert.deepEqual([...said([{}], { role: 'comment' }), ...said([{}], { kind: 'official' })], []);
  });
});
