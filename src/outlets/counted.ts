// A number with its noun.

/** `1 error`, `2 errors`; hints and infos likewise. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
