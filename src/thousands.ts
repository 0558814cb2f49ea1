// Thousands apart, in counts as in money. `Intl` would do it, too, but its data takes longer to load than a file takes to audit.

/** `950`, `12,800`. */
export const thousands = (count: number): string => groupsOf(String(count));

/** The same of the digits alone. */
export const groupsOf = (digits: string): string =>
  digits.length <= 3 ? digits : `${groupsOf(digits.slice(0, -3))},${digits.slice(-3)}`;
