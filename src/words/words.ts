// The texts of the editor and of the report's page in the language of whoever reads: English, unless a translation is given.

/** The texts of one language by the English ones, as `l10n/bundle.l10n.*.json` holds them. */
export type Words = Readonly<Record<string, unknown>>;

/** A process speaks one language, which its host says once, before anything is shown. */
const spoken = new Map<string, string>();

/** Gives the texts of another language. What they lack stays English. */
export function speak(words: Words): void {
  spoken.clear();
  for (const [english, text] of Object.entries(words))
    if (typeof text === 'string') spoken.set(english, text);
}

/** A text in the language of whoever reads. `{0}` stands for the first of what is filled in. */
export function t(english: string, ...filled: readonly (string | number)[]): string {
  return (spoken.get(english) ?? english).replace(/\{(\d+)\}/g, (whole, index) =>
    String(filled[Number(index)] ?? whole),
  );
}
