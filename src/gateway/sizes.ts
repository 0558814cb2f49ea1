// The sizes that Veo and Omni make, as the names of prices spell them.
import type { Resolution } from '../routes/types.ts';

const SIZES = ['360p', '720p', '1080p', '4k'] as const;

/** The size that a word of a price's name says: `any` where there is no word, null where it is none that Veo makes. */
export function sizeNamed(word: string | undefined): Resolution | 'any' | null {
  return word === undefined ? 'any' : (SIZES.find((size) => size === word) ?? null);
}
