// A document taken apart into stretches of text that speak one language, with the way back to the source.
import type { Language } from './languages/languages.ts';

/** One stretch of a document in one language. Offsets are UTF-16 code units. */
export interface Part {
  readonly text: string;
  readonly language: Language;
  /** Source offset of the part's offset; defined for 0 … text.length. */
  sourceOffset(offset: number): number;
  /** Whether it lies between the cells of a notebook: outputs and metadata, which a run has left there. */
  readonly isOutput?: boolean;
}
