// What can only be looked at: rows of the catalog that a full list no longer has, and rows of a page that cannot be read.
// A page that was cut looks the same as one that lost a row, so nothing follows from it alone.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { pricesOn } from '../catalog/price.ts';
import { difference, shutdownText } from './rows.ts';
import type { Difference, SourceReading } from './types.ts';

/** One row to look at for each model that should be on the list and is not. Those that were shut down may leave it. */
export function vanished(catalog: Catalog, source: SourceReading): readonly Difference[] {
  const { reader, reading, day } = source;
  const { complete } = reading;
  if (complete === null) return [];
  const listed = new Set(reading.claims.map(({ model, surface }) => `${model}@${surface}`));
  return catalog.models.flatMap((model) =>
    Object.entries(model.surfaces)
      .filter(([surface, facts]) => complete(model, facts, surface) && !listed.has(`${model.id}@${surface}`))
      .filter(([surface]) => !['shut-down', 'unknown'].includes(statusOn(catalog, model.id, surface, day)))
      .filter(([surface]) => reader.listsModels || pricesOn(catalog, model.id, surface, day).length > 0)
      .map(([surface, { shutdown }]) =>
        difference(
          catalog,
          { field: reader.listsModels ? 'row' : 'price', model: model.id, surface },
          {
            ...(reader.listsModels
              ? { before: `listed, shutdown ${shutdownText(shutdown)}`, after: 'not listed' }
              : { before: 'priced', after: 'no price is listed' }),
            doubts: ['the row has vanished; ask the surface itself whether it answers'],
            edit: null,
          },
          source,
        ),
      ),
  );
}

/** One row to look at for each part of the page that should say a fact and cannot be read. */
export function unreadRows({ reader, reading, day }: SourceReading): readonly Difference[] {
  return reading.unread.map(({ what, said, why }) => ({
    id: `unread:${what}:${said}/${reader.name}`,
    what,
    before: '',
    after: said,
    source: reader.name,
    day,
    evidence: reader.evidence,
    doubts: [why],
    edit: null,
  }));
}
