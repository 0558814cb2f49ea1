// A catalog of a few made-up rows: what is asked about a rule is all that it holds.
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import type {
  Alias,
  CatalogData,
  Constraint,
  Model,
  ModelOnSurface,
  PriceRow,
  Shutdown,
  SurfaceId,
} from '../../src/catalog/types.ts';

const DAY = '2026-11-01';
const PROVENANCE = { sources: ['ONE'], confidence: 'official', checkedOn: DAY } as const;
const source = (title: string) => ({ title, url: null, date: DAY, confidence: 'official' }) as const;

const FACTS: ModelOnSurface = {
  ...PROVENANCE,
  stage: 'ga',
  released: { kind: 'on', day: '2026-01-01' },
  announced: { kind: 'unknown' },
  shutdown: { kind: 'none' },
  replacement: null,
  note: '',
};

const surface = (id: SurfaceId, name: string, kind: 'google' | 'gateway') => ({
  id,
  name,
  kind,
  hosts: [],
  prefixes: [],
  barePrefixes: [],
  note: '',
});

/** A price of `m` on Vertex AI, a dollar a second whatever is asked. */
export const price = (row: Partial<PriceRow>): PriceRow => ({
  ...PROVENANCE,
  model: 'm',
  surface: 'vertex-ai',
  resolution: 'any',
  audio: null,
  usd: 1,
  unit: 'second',
  from: null,
  to: null,
  note: '',
  ...row,
});

/** A limit or default of `m` on Vertex AI. */
export const limit = (key: string, value: unknown, row: Partial<Constraint> = {}): Constraint => ({
  ...PROVENANCE,
  surface: 'vertex-ai',
  models: ['m'],
  key,
  value,
  note: '',
  ...row,
});

/** A spelling of the gateway for a model of a family. */
export const alias = (spelling: string, family: string | null, on: SurfaceId = 'gate'): Alias => ({
  ...PROVENANCE,
  spelling,
  surface: on,
  resolvesTo: null,
  family,
  certainty: 'unknown',
  note: '',
});

/** A model on some surfaces; without a shutdown day it is served for ever. */
export const model = (
  id: string,
  surfaces: readonly SurfaceId[],
  family = 'f',
  shutdown: Shutdown = { kind: 'none' },
): Model => ({
  id,
  family,
  tier: 'standard',
  surfaces: Object.fromEntries(surfaces.map((one) => [one, { ...FACTS, shutdown }])),
});

/** `m` on the Gemini API and on Vertex AI, and a gateway called Gate. */
export function smallCatalog(rows: Partial<CatalogData>): Catalog {
  return createCatalog({
    version: 'test',
    checkedOn: DAY,
    sources: { ONE: source('The first page'), TWO: source('The second page') },
    surfaces: [
      surface('gemini-api', 'Gemini API', 'google'),
      surface('vertex-ai', 'Vertex AI', 'google'),
      surface('gate', 'Gate', 'gateway'),
    ],
    models: [model('m', ['gemini-api', 'vertex-ai'])],
    prices: [],
    constraints: [],
    aliases: [],
    lookalikes: [],
    notCovered: [],
    conflicts: [],
    doubts: [],
    ...rows,
  });
}
