// What a surface answered to the question whether it still has a model: the record that is kept, and what it adds to the facts.
import { type Catalog, createCatalog } from '../catalog/catalog.ts';
import { byDay, PROBE_SOURCE } from '../catalog/sightings.ts';
import type { Day, Listing, Model, Sighting, Source, SurfaceId } from '../catalog/types.ts';

export const PROBE_SCHEMA = 'veo-route-audit/probe/1';

/** `gone`: the surface itself says that it has no such model. `not-listed`: a gateway's list lacks it. `nothing`: no answer that says either. */
export const PROBE_ANSWERS = ['listed', 'gone', 'not-listed', 'nothing'] as const;
export type ProbeAnswer = (typeof PROBE_ANSWERS)[number];

/** One question with its answer, as it is kept. */
export interface Probe {
  readonly schema: typeof PROBE_SCHEMA;
  /** Answered by a simulator: it says nothing of the real surface. */
  readonly simulated: boolean;
  /** The ID, or a gateway's spelling. */
  readonly model: string;
  readonly surface: SurfaceId;
  readonly host: string;
  /** UTC, ISO 8601. */
  readonly askedAt: string;
  readonly answer: ProbeAnswer;
  /** The HTTP status; null where no whole answer came. */
  readonly status: number | null;
  /** What was answered, a clause for people: "it answered 404 NOT_FOUND". */
  readonly said: string;
}

const dayOf = ({ askedAt }: Pick<Probe, 'askedAt'>): Day => askedAt.slice(0, 10);

/** The facts with what surfaces answered. Answers of simulators, and such as say nothing, add nothing. */
export function withProbes(catalog: Catalog, probes: readonly Probe[]): Catalog {
  const real = probes.filter(({ simulated, answer }) => !simulated && answer !== 'nothing');
  if (real.length === 0) return catalog;
  const telling = real.filter(({ answer }) => answer !== 'not-listed');
  const listings = real
    .filter(({ answer, surface }) => answer !== 'gone' && catalog.surface(surface)?.kind === 'gateway')
    .map(listingOf);
  const models = catalog.models.map((model) => withSeen(model, telling));
  const sources = Object.fromEntries(telling.map((probe) => [keyOf(probe), sourceOf(probe)]));
  return createCatalog({
    ...catalog.data,
    models,
    sources: { ...catalog.data.sources, ...sources },
    ...(listings.length === 0 ? {} : { listings }),
  });
}

const listingOf = (probe: Probe): Listing => ({
  ...{ name: probe.model, surface: probe.surface, host: probe.host },
  ...{ day: dayOf(probe), listed: probe.answer === 'listed' },
});

const keyOf = (probe: Probe): string => `${PROBE_SOURCE}${dayOf(probe)}`;

const sourceOf = (probe: Probe): Source => ({
  title: 'A probe of this workspace',
  url: null,
  date: `asked on ${dayOf(probe)}`,
  confidence: 'official',
});

function withSeen(model: Model, probes: readonly Probe[]): Model {
  const surfaces = Object.entries(model.surfaces).map(([surface, facts]) => {
    const own = probes
      .filter((probe) => probe.model === model.id && probe.surface === surface)
      .toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1))
      .map(sightingOf);
    return [
      surface,
      own.length === 0 ? facts : { ...facts, seen: [...(facts.seen ?? []), ...own].toSorted(byDay) },
    ];
  });
  return { ...model, surfaces: Object.fromEntries(surfaces) };
}

const sightingOf = (probe: Probe): Sighting => ({
  day: dayOf(probe),
  saw: probe.answer === 'gone' ? 'gone' : 'answering',
  what: `${probe.host} was asked, and ${probe.said}`,
  source: keyOf(probe),
});
