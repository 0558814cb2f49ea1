// What changed about the facts between two states of the catalog, as lines for a changelog.
import type { CatalogData, ModelOnSurface, PriceRow } from '../catalog/types.ts';
import { shutdownText } from './rows.ts';

/** One line for each change that a user could notice; without an earlier state, what there is. */
export function factsChanges(before: CatalogData | null, after: CatalogData): readonly string[] {
  if (before === null) return [summaryOf(after)];
  const lines = [...modelLines(before, after), ...priceLines(before, after), ...spellingLines(before, after)];
  const checked = `Checked on ${after.checkedOn}${before.checkedOn === after.checkedOn ? '' : `, before on ${before.checkedOn}`}.`;
  return [...(lines.length === 0 ? ['No fact changed.'] : lines), checked];
}

function summaryOf({ models, prices, aliases, checkedOn }: CatalogData): string {
  const rows = models.flatMap(({ surfaces }) => Object.keys(surfaces)).length;
  return `${models.length} model IDs in ${rows} rows, ${prices.length} prices and ${aliases.length} spellings of gateways, checked on ${checkedOn}.`;
}

function modelLines(before: CatalogData, after: CatalogData): readonly string[] {
  return after.models.flatMap((model) =>
    Object.entries(model.surfaces).flatMap(([surface, facts]) => {
      const place = after.surfaces.find(({ id }) => id === surface)?.name ?? surface;
      const old = before.models.find(({ id }) => id === model.id)?.surfaces[surface];
      const subject = `\`${model.id}\` on ${place}`;
      if (old === undefined) return [`New: ${subject}, shutdown ${shutdownText(facts.shutdown)}.`];
      return rowChanges(old, facts).map((change) => `${subject}: ${change}.`);
    }),
  );
}

function rowChanges(old: ModelOnSurface, now: ModelOnSurface): readonly string[] {
  const [replaced, replacement] = [old.replacement?.model ?? 'none', now.replacement?.model ?? 'none'];
  return [
    ...changed('shutdown', shutdownText(old.shutdown), shutdownText(now.shutdown)),
    ...changed('stage', old.stage, now.stage),
    ...changed('replacement', replaced, replacement),
  ];
}

const changed = (what: string, old: string, now: string): readonly string[] =>
  old === now ? [] : [`${what} ${old} → ${now}`];

function priceLines(before: CatalogData, after: CatalogData): readonly string[] {
  const known = new Set(before.prices.map(keyOf));
  const added = after.prices.filter((row) => !known.has(keyOf(row)));
  const bySurface = new Map<string, number>();
  for (const { surface } of added) bySurface.set(surface, (bySurface.get(surface) ?? 0) + 1);
  return [...bySurface].map(([surface, count]) => {
    const place = after.surfaces.find(({ id }) => id === surface)?.name ?? surface;
    return `Prices on ${place}: ${count} new or changed.`;
  });
}

const keyOf = ({ model, surface, resolution, audio, usd, unit, from }: PriceRow): string =>
  [model, surface, resolution, audio, usd, unit, from].join('\n');

function spellingLines(before: CatalogData, after: CatalogData): readonly string[] {
  const known = new Set(before.aliases.map(({ spelling, surface }) => `${spelling}\n${surface}`));
  const count = after.aliases.filter(({ spelling, surface }) => !known.has(`${spelling}\n${surface}`)).length;
  return count === 0 ? [] : [`Spellings of gateways: ${count} new.`];
}
