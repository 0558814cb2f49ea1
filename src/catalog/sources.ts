// Where facts come from, in words: people read titles, catalogs and scripts the keys.
import type { Catalog } from './catalog.ts';

/** `Vertex pricing page transcription and 2 more`: the first source by its title, for sentences. */
export function sourceWords(catalog: Catalog, keys: readonly string[]): string {
  const [first, ...others] = keys;
  if (first === undefined) return 'no source';
  const title = sourceTitle(catalog.source(first)?.title ?? first);
  return others.length === 0 ? title : `${title} and ${others.length} more`;
}

/** A title without what says where exactly: brackets at its end, and a list behind a long one. */
export function sourceTitle(title: string): string {
  const head = title.replace(/\s*\(.*\)$/, '');
  return head.length > 60 ? (head.split(/[:;,] /)[0] ?? head) : head;
}

/** `VPR0823: Vertex pricing page transcription, https://…; D1008: …`: every source with its key, title and address. */
export function sourcesCited(catalog: Catalog, keys: readonly string[]): string {
  return keys
    .map((key) => {
      const source = catalog.source(key);
      if (source === undefined) return key;
      return `${key}: ${source.title}${source.url === null ? '' : `, ${source.url}`}`;
    })
    .join('; ');
}
