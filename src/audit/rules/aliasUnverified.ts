// alias-unverified: a gateway's spelling whose upstream no dated source names.
import type { Rule } from '../rule.ts';
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
      const gateways = [
        ...new Set(rows.map((row) => row.surface).filter((surface) => surface !== 'unknown')),
      ];
      const families = [...new Set(rows.map((row) => row.family).filter((family) => family !== null))];
      const known =
        reference.surface !== 'unknown'
          ? ` of ${surfaceName(catalog, reference.surface)}`
          : gateways.length > 0
            ? ` (seen at ${listOf(gateways.map((id) => surfaceName(catalog, id)))})`
            : '';
      const claims = families.length > 0 ? ` for ${listOf(families)}` : '';
      yield {
        start: reference.start,
        end: reference.end,
        message: `${reference.id} is a gateway's spelling${known}${claims}; which model answers is not documented. Ask the gateway.`,
        fix: null,
      };
    }
  },
};
