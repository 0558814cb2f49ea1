// The shape that the catalog's YAML must have, from which its types are inferred. Strict: an unknown key, a bad day or an
// unknown word is refused.
import * as z from 'zod';
import { isDay } from './days.ts';

const day = z.string().refine(isDay, 'must be a day in the form YYYY-MM-DD');
const text = z.string().min(1);
/** How far a statement can be trusted, best first. */
const confidence = z.enum(['official', 'official-copy', 'official-code', 'third-party', 'inferred']);

/** Who says so and when it was last looked at. */
const provenance = {
  /** Keys of `CatalogData.sources`. */
  sources: z.array(text).min(1),
  confidence,
  checkedOn: day,
};

const source = z.strictObject({
  title: text,
  url: z.url().nullable(),
  /** When the source was written or read, as its own words put it. */
  date: text,
  confidence,
  /** Why the source stays although no row cites it. */
  kept: text.optional(),
});

const command = z.string().regex(/^[a-z0-9-]+( [a-z0-9-]+)+$/);

const surface = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  kind: z.enum(['google', 'gateway']),
  /** Hosts of its API; a leading `*` stands for anything (`*-aiplatform.googleapis.com`). */
  hosts: z.array(z.string().regex(/^\*?[a-z0-9.-]+$/)),
  /** Prefixes before a Google ID that settle the surface, each with its closing slash (`vertex_ai/`). */
  prefixes: z.array(z.string().endsWith('/')),
  /** Prefixes that settle the surface only where nothing stands before them (`models/`). */
  barePrefixes: z.array(z.string().endsWith('/')),
  /** Packages whose import speaks for the surface (`@fal-ai`, with everything below it). */
  modules: z.array(text).optional(),
  /** Words in the name of a client that speak for the surface (`kie` in `kieClient`), in lower case. */
  clients: z.array(z.string().regex(/^[a-z0-9]+$/)).optional(),
  /** Words of its command line behind which a model stands: of those that send a request, and of those that only name it. */
  commands: z.strictObject({ send: z.array(command), name: z.array(command) }).optional(),
  note: z.string(),
});

/**
 * An announcement or release day. `on` is a known day, `between` is known by its bounds only,
 * `inferred` is derived from other facts, `unknown` was found nowhere.
 */
const eventDay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['on', 'inferred']), day }),
  z
    .strictObject({ kind: z.literal('between'), from: day, to: day })
    .refine((event) => event.from < event.to, '`from` must be before `to`'),
  z.strictObject({ kind: z.literal('unknown') }),
]);

/**
 * A shutdown date with its kind. `fixed`: answers no more from this day on. `notBefore`: the earliest
 * day Google may retire it; never evidence that it is shut down. `none`: no date is published.
 */
const shutdown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['fixed', 'notBefore']), day }),
  z.strictObject({ kind: z.literal('none') }),
]);

/** What to use instead. `sameApi` false means a string change is not enough: another API must be called. */
const replacement = z.strictObject({
  model: text,
  sameApi: z.boolean(),
  /** What changes with it, one sentence a user can act on (empty when nothing but the ID changes). */
  change: z.string(),
});

/** What somebody saw a surface do with an ID on a day, as opposed to what a page publishes; `what` is a clause. */
const sighting = z.strictObject({ day, saw: z.enum(['gone', 'answering']), what: text, source: text });

/** One model ID on one surface. Retired IDs stay forever. */
const modelOnSurface = z.strictObject({
  stage: z.enum(['ga', 'preview', 'experimental', 'unknown']),
  released: eventDay,
  announced: eventDay,
  /** The published date. That it has passed is no proof that the surface refuses the ID: `seen` holds what is. */
  shutdown,
  seen: z.array(sighting).min(1).optional(),
  /** The replacement that Google named, as a fact; it may itself be dead. Use `livingReplacement`. */
  replacement: replacement.nullable(),
  note: z.string(),
  ...provenance,
});

const model = z.strictObject({
  id: text,
  /** `veo-2.0`, `veo-3.0`, `veo-3.1`, `gemini-omni`, … */
  family: text,
  tier: z.enum(['standard', 'fast', 'lite']),
  surfaces: z.record(text, modelOnSurface),
});

/** One price row. `model` is a canonical ID, or a gateway spelling where the gateway sets the price. */
const price = z
  .strictObject({
    model: text,
    surface: text,
    resolution: z.enum(['360p', '480p', '720p', '1080p', '4k', 'any']),
    /** true and false: the price with and without audio; null: the source does not say. */
    audio: z.boolean().nullable(),
    usd: z.number().positive(),
    /** What the price is per. Only `second` can be multiplied by a duration. */
    unit: z.enum(['second', 'request', 'video', 'unclear']),
    /** First and last day on which the price holds; null is open. */
    from: day.nullable(),
    to: day.nullable(),
    note: z.string(),
    ...provenance,
  })
  .refine(
    (row) => row.from === null || row.to === null || row.from <= row.to,
    '`from` must not be after `to`',
  );

/** A parameter limit, default or rate limit of some models on a surface. */
const constraint = z.strictObject({
  surface: text,
  /** Exact IDs the row speaks of. */
  models: z.array(text).min(1),
  /** For example `durationSeconds.allowed`, `resolution.default`, `requestsPerMinute`. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/),
  value: z.json() as z.ZodType<unknown>,
  note: z.string(),
  ...provenance,
});

/** A gateway's spelling. */
const alias = z
  .strictObject({
    spelling: text,
    surface: text,
    /** The canonical ID it stands for; null where the upstream is not documented with a date. */
    resolvesTo: text.nullable(),
    /** The family it claims to be (`veo-3.1`), null when even that is unknown. */
    family: text.nullable(),
    /** `documented`: the gateway says so, with a date; `assumed`: third parties say so; `unknown`. */
    certainty: z.enum(['documented', 'assumed', 'unknown']),
    note: z.string(),
    ...provenance,
  })
  .refine(
    (row) => row.certainty !== 'documented' || row.resolvesTo !== null,
    'a documented alias names its upstream',
  );

/**
 * What looks like an ID but is none that a server takes: an invented name, a menu entry that a tool
 * translates, a tool's node, or fields that stand for a model together. A `*` at the end stands for anything.
 */
const lookalike = z.strictObject({
  spelling: text,
  kind: z.enum(['invented', 'menu-label', 'node', 'structured']),
  surface: text,
  /** The canonical ID that the tool sends instead, null when there is none. */
  resolvesTo: text.nullable(),
  note: text,
  ...provenance,
});

/** Google models that the catalog leaves out, by the start of their IDs, with one sentence to say so. */
const notCovered = z.strictObject({ prefix: text, name: text, says: text, ...provenance });

/** Two sources that disagree, kept as they are with what the catalog does about it. */
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

type Unchanging<T> = T extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unchanging<T[Key]> }
    : T;

export type CatalogFile = Unchanging<z.infer<typeof catalog>>;

/** The rows that a workspace's own facts consist of; each has the shape that it has in the catalog. */
export const rowSchemas = { day, source, model, price } as const;

/**
 * Checks a parsed catalog file. Throws an Error that names every wrong key when it does not fit.
 * References between rows (sources, replacements, surfaces) are checked by `integrityErrors`.
 */
export function parseCatalog(value: unknown): CatalogFile {
  const result = catalog.safeParse(value);
  if (!result.success) throw new Error(`The catalog is not valid:\n${z.prettifyError(result.error)}`);
  return result.data;
}
