// What else in a document depends on an ID: tables, types and checks that would not know the one that replaces it.
import type { DatedReference } from './types.ts';

/**
 * Whether a document lists an ID or compares with it more often than with the one that replaces it: a value that
 * changes alone would find no row, fit no type and pass no check.
 */
export function isExpectedElsewhere(
  references: readonly DatedReference[],
  { model, start }: DatedReference,
  replacement: string,
): boolean {
  const times = (id: string | null): number =>
    references.filter((one) => one.start !== start && one.model === id && expects(one)).length;
  return model !== null && times(model) > times(replacement);
}

const expects = ({ role, use }: DatedReference): boolean =>
  (role === 'code' || role === 'config') && (use === 'listing' || use === 'comparison');
