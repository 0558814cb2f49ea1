// Which real ID a wrong one was probably meant to be.
import { distance as editDistance } from 'fastest-levenshtein';
import type { Catalog } from './catalog.ts';
import { statusOn } from './lifecycle.ts';
import { isAlive } from './replacement.ts';
import type { Day, Model, Status, SurfaceId } from './types.ts';

/** How much each disagreement counts. An edit counts little: it only orders what the rest leaves equal. */
const WEIGHT = { version: 4, tier: 3, suffix: 1, edit: 0.05 } as const;
/** The distance in versions when the spelling names none. */
const NO_VERSION = 1;

/** A real ID near a wrong one. */
export interface NearModel {
  readonly model: string;
  /** Its status on the asked surface and day; it may be dead, see `livingReplacement`. */
  readonly status: Status;
  /** 0 is equal; comparable only within one answer. */
  readonly distance: number;
  /** Whether version and tier are those of the spelling: then it is a slip, otherwise it may be a newer ID. */
  readonly isSlip: boolean;
}

/**
 * Real IDs of Veo, or of Gemini Omni, near a spelling of theirs, best first and at most `limit`: those that answer on the
 * surface on that day before those that do not, then by version, tier and suffix. A prefix of the spelling is left out of account.
 * On a Google surface only its own IDs are offered. Empty when the spelling does not speak of Veo.
 */
export function nearestModels(
  catalog: Catalog,
  id: string,
  surface: SurfaceId,
  day: Day,
  limit = 3,
): readonly NearModel[] {
  const wanted = featuresOf(id.slice(id.lastIndexOf('/') + 1));
  const isOmni = wanted.name.includes('gemini-omni');
  if (!isOmni && !wanted.name.includes('veo')) return [];
  const google = catalog.surface(surface)?.kind === 'google';
  return catalog.models
    .filter(({ family }) => (isOmni ? family === 'gemini-omni' : family.startsWith('veo')))
    .filter((model) => !google || model.surfaces[surface] !== undefined)
    .map((model) => ({
      model: model.id,
      status: statusOn(catalog, model.id, surface, day),
      distance: distanceTo(wanted, model),
      isSlip: isSlipOf(wanted, model),
    }))
    .toSorted((a, b) => Number(isAlive(b.status)) - Number(isAlive(a.status)) || a.distance - b.distance)
    .slice(0, limit);
}

interface Features {
  readonly name: string;
  readonly version: number | null;
  readonly tier: Model['tier'];
  /** `001`, `preview`, `exp`, … or empty. */
  readonly suffix: string;
}

function featuresOf(spelling: string): Features {
  const name = spelling.toLowerCase();
  const version = /(?:veo|omni)[-_]?(\d)(?:[._-]?(\d)(?!\d))?/.exec(name);
  return {
    name,
    version: version ? Number(`${version[1]}.${version[2] ?? 0}`) : null,
    tier: tierOf(name),
    suffix: /(?:^|[-_])(001|preview|exp)\b/.exec(name)?.[1] ?? '',
  };
}

function tierOf(name: string): Model['tier'] {
  if (name.includes('fast')) return 'fast';
  return name.includes('lite') ? 'lite' : 'standard';
}

const isSlipOf = ({ version, tier }: Features, model: Model): boolean =>
  version === featuresOf(model.id).version && tier === model.tier;

function distanceTo(wanted: Features, model: Model): number {
  const real = featuresOf(model.id);
  const versions =
    wanted.version === null || real.version === null ? NO_VERSION : Math.abs(wanted.version - real.version);
  return (
    WEIGHT.version * versions +
    WEIGHT.tier * Number(wanted.tier !== model.tier) +
    WEIGHT.suffix * Number(wanted.suffix !== real.suffix) +
    WEIGHT.edit * editDistance(wanted.name, real.name)
  );
}
