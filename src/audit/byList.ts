// Answers about a list that is asked about again and again: many steps lead to the same deployments of one name.

/** Gives each list (the same array, not an equal one) its answer once. */
export function rememberedByList<I, T>(find: (list: readonly I[]) => T): (list: readonly I[]) => T {
  const answers = new Map<readonly I[], T>();
  return (list) => {
    const before = answers.get(list);
    if (before !== undefined) return before;
    const found = find(list);
    answers.set(list, found);
    return found;
  };
}
