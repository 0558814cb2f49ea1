// alias-unverified: a gateway's spelling whose upstream no dated source names.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Alias } from '../../catalog/types.ts';
import type { Rule } from '../rule.ts';
import type { DatedReference } from '../types.ts';
import { isOnlySpokenOf, listOf, surfaceName } from '../wording.ts';

export const aliasUnverified: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'alias-unverified',
    severity: 'hint',
    summary: "A gateway's own spelling: which Google model answers behind it is not documented with a date.",
    fixable: false,
    deprecates: false,
  },
  *check({ catalog, references }) {
    for (const reference of references) {
      if (reference.kind !== 'alias' || isOnlySpokenOf(reference)) continue;
      const rows = catalog.aliases(reference.id);
      if (rows.length > 0 && rows.every((row) => row.certainty === 'documented')) continue;
      yield {
        start: reference.start,
        end: reference.end,
        message: message(reference, rows, catalog),
        fix: null,
      };
    }
  },
};

/** Whose spelling it is, what it claims to be, and whom to ask. */
function message({ id, surface }: DatedReference, rows: readonly Alias[], catalog: Catalog): string {
  const families = [...new Set(rows.flatMap(({ family }) => family ?? []))];
  const claim = families.length === 0 ? '' : ` for a model of the ${listOf(families, 'or')} family`;
  const which = families.length === 0 ? 'which model' : 'which one';
  if (surface !== 'unknown') {
    const gateway = surfaceName(catalog, surface);
    return `${id} is ${gateway}'s spelling${claim}; ${which} answers is not documented. Ask ${gateway}.`;
  }
  const gateways = [...new Set(rows.map((row) => row.surface))].filter((id) => id !== 'unknown');
  const seen =
    gateways.length === 0 ? '' : ` (seen at ${listOf(gateways.map((id) => surfaceName(catalog, id)))})`;
  return `${id} is a gateway's spelling${claim}${seen}; ${which} answers is not documented. Ask the gateway.`;
}
