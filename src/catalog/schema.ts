// The shape that the catalog's YAML must have. Strict: an unknown key, a bad day or an unknown word is refused.
import * as z from 'zod';
import { isDay } from './days.ts';
import type { CatalogData } from './types.ts';

const day = z.string().refine(isDay, 'must be a day in the form YYYY-MM-DD');
const text = z.string().min(1);
const confidence = z.enum(['official', 'official-copy', 'official-code', 'third-party', 'inferred']);

const provenance = {
  sources: z.array(text).min(1),
  confidence,
  checkedOn: day,
};

const source = z.strictObject({
  title: text,
  url: z.url().nullable(),
  date: text,
  confidence,
  kept: text.optional(),
});

const command = z.string().regex(/^[a-z0-9-]+( [a-z0-9-]+)+$/);

const surface = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  kind: z.enum(['google', 'gateway']),
  hosts: z.array(z.string().regex(/^\*?[a-z0-9.-]+$/)),
  prefixes: z.array(z.string().endsWith('/')),
  barePrefixes: z.array(z.string().endsWith('/')),
  modules: z.array(text).optional(),
  clients: z.array(z.string().regex(/^[a-z0-9]+$/)).optional(),
  commands: z.strictObject({ send: z.array(command), name: z.array(command) }).optional(),
  note: z.string(),
});

const eventDay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['on', 'inferred']), day }),
  z
    .strictObject({ kind: z.literal('between'), from: day, to: day })
    .refine((event) => event.from < event.to, '`from` must be before `to`'),
  z.strictObject({ kind: z.literal('unknown') }),
]);

const shutdown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['fixed', 'notBefore']), day }),
  z.strictObject({ kind: z.literal('none') }),
]);

const replacement = z.strictObject({ model: text, sameApi: z.boolean(), change: z.string() });

const sighting = z.strictObject({ day, saw: z.enum(['gone', 'answering']), what: text, source: text });

const modelOnSurface = z.strictObject({
  stage: z.enum(['ga', 'preview', 'experimental', 'unknown']),
  released: eventDay,
  announced: eventDay,
  shutdown,
  seen: z.array(sighting).min(1).optional(),
  replacement: replacement.nullable(),
  note: z.string(),
  ...provenance,
});

const model = z.strictObject({
  id: text,
  family: text,
  tier: z.enum(['standard', 'fast', 'lite']),
  surfaces: z.record(text, modelOnSurface),
});

const price = z
  .strictObject({
    model: text,
    surface: text,
    resolution: z.enum(['360p', '480p', '720p', '1080p', '4k', 'any']),
    audio: z.boolean().nullable(),
    usd: z.number().positive(),
    unit: z.enum(['second', 'request', 'video', 'unclear']),
    from: day.nullable(),
    to: day.nullable(),
    note: z.string(),
    ...provenance,
  })
  .refine(
    (row) => row.from === null || row.to === null || row.from <= row.to,
    '`from` must not be after `to`',
  );

const constraint = z.strictObject({
  surface: text,
  models: z.array(text).min(1),
  key: z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/),
  value: z.json(),
  note: z.string(),
  ...provenance,
});

const alias = z
  .strictObject({
    spelling: text,
    surface: text,
    resolvesTo: text.nullable(),
    family: text.nullable(),
    certainty: z.enum(['documented', 'assumed', 'unknown']),
    note: z.string(),
    ...provenance,
  })
  .refine(
    (row) => row.certainty !== 'documented' || row.resolvesTo !== null,
    'a documented alias names its upstream',
  );

const lookalike = z.strictObject({
  spelling: text,
  kind: z.enum(['invented', 'menu-label', 'node', 'structured']),
  surface: text,
  resolvesTo: text.nullable(),
  note: text,
  ...provenance,
});

const notCovered = z.strictObject({ prefix: text, name: text, says: text, ...provenance });

const conflict = z.strictObject({
  question: text,
  readings: z.array(z.strictObject({ says: text, sources: z.array(text).min(1) })).min(2),
  handling: text,
});

const catalog = z.strictObject({
  version: text,
  checkedOn: day,
  sources: z.record(text, source),
  surfaces: z.array(surface),
  models: z.array(model),
  prices: z.array(price),
  constraints: z.array(constraint),
  aliases: z.array(alias),
  lookalikes: z.array(lookalike),
  notCovered: z.array(notCovered),
  conflicts: z.array(conflict),
  doubts: z.array(text),
});

/** The rows that a workspace's own facts consist of; each has the shape that it has in the catalog. */
export const rowSchemas = { day, source, model, price } as const;

/**
 * Checks a parsed catalog file. Throws an Error that names every wrong key when it does not fit.
 * References between rows (sources, replacements, surfaces) are checked by `integrityErrors`.
 */
export function parseCatalog(value: unknown): CatalogData {
  const result = catalog.safeParse(value);
  if (!result.success) throw new Error(`The catalog is not valid:\n${z.prettifyError(result.error)}`);
  return result.data;
}
