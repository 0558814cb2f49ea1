// The first of many rows in an order, without keeping them all.
export interface Top<T> {
  add(row: T): void;
  rows(): readonly T[];
}

/** Keeps the first `most` rows in an order; of equal rows those that came first. */
export function topOf<T>(most: number, order: (a: T, b: T) => number): Top<T> {
  let kept: T[] = [];
  const cut = (): void => {
    kept = kept.toSorted(order).slice(0, most);
  };
  return {
    add: (row) => {
      kept.push(row);
      if (kept.length >= 2 * most) cut();
    },
    rows: () => {
      cut();
      return kept;
    },
  };
}
