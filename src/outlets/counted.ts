// A number with its noun.
import { thousands } from '../thousands.ts';

/** `1 error`, `2 errors`, `1,204 hints`. */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}
