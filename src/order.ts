// The order of texts, the same in every language: by UTF-16 code units. Days are texts, too.
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
