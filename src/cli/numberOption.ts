// Numbers given by options.
import { UsageError } from './context.ts';

/** A number within bounds given by an option. */
export function numberOption(
  text: string | undefined,
  option: string,
  fallback: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < min || number > max) {
    throw new UsageError(`${option} needs a number from ${min} to ${max}, not "${text}".`);
  }
  return number;
}
