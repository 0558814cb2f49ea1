// The keys by which the report finds its pages about one thing.

/** The key of the page of some evidence, by its file as the report names it. */
export const evidenceKey = (file: string): string => `evidence/${file}`;
