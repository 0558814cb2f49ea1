// IDs of Gemini Omni, which takes over from Veo: the catalog's own, exactly, and the short names that gateways make of them.
import type { Catalog } from '../catalog/catalog.ts';
import { type Candidate, isOneSlipAway, type Spelling } from './spelling.ts';
import { FILE_EXTENSION } from './vocabulary/places.ts';

const RUN = /gemini-omni[a-z0-9._-]*/g;

/** What follows where the name goes on: capitals, or something that is filled in. */
const GIVEN_BY_NAME = /^(?:[A-Z$]|#\{|\{\S|%[sdv({])/;

/** The longest run that can be such an ID with the full stop of its sentence. */
const LONGEST = 64;

/** A short name: the family with or without a version, before or behind its size, or with what it is asked for. */
const SHORT =
  /^gemini-omni(?:(?:-\d[.-]\d)?-flash(?:-\d[.-]\d)?|-video|(?:-flash)?-(?:text|image|video|reference)-to-video)$/;

/** The name without its family, or as one of Veo's, as gateways write it: an ID only as the value of a model's key. */
const BARE = /(?:veo[-_])?omni(?:[-_]1[._]1)?[-_]flash(?:[-_](?:v?ref|edit|[tirv]2v))?/g;

/** The candidates of a text, in order. `startsToken`: whether an ID can begin at a place. */
export function omniCandidates(
  text: string,
  catalog: Catalog,
  startsToken: (text: string, at: number) => boolean,
): readonly Candidate[] {
  const short = [...text.matchAll(BARE)].flatMap(({ index, 0: run }) =>
    startsToken(text, index) && !/^[\w-]|^\.\w/.test(text.slice(index + run.length, index + run.length + 2))
      ? [candidateAt(index, { kind: 'alias', text: run, strength: 'slug' })]
      : [],
  );
  if (!text.includes('gemini-omni')) return short;
  const long = [...text.matchAll(RUN)].flatMap(({ index, 0: run }) => {
    if (!startsToken(text, index)) return [];
    const next = text.slice(index + run.length, index + run.length + 2);
    const id = idAtStart(run, next, catalog);
    if (id !== null) return [candidateAt(index, { kind: 'official', text: id, strength: 'certain' })];
    const name = run.endsWith('.') ? run.slice(0, -1) : run;
    if (GIVEN_BY_NAME.test(next)) return [];
    // The family alone is a product's name, too, where no vendor stands in front of it.
    if (name === 'gemini-omni' && text.startsWith('google/', index - 7))
      return [candidateAt(index, { kind: 'alias', text: name, strength: 'slug' })];
    if (isSlip(name, catalog))
      return [candidateAt(index, { kind: 'invented', text: name, strength: 'clear' })];
    if (!SHORT.test(name)) return [];
    return [candidateAt(index, { kind: 'alias', text: name, strength: 'clear' })];
  });
  return [...long, ...short];
}

const candidateAt = (start: number, spelling: Spelling): Candidate => ({
  start,
  end: start + spelling.text.length,
  spelling,
});

/** `gemini-omni-1.1-falsh`: one slip in one of Google's IDs, and none in its version. */
function isSlip(name: string, catalog: Catalog): boolean {
  if (name.length > LONGEST || SHORT.test(name) || FILE_EXTENSION.test(name)) return false;
  const version = name.replace(/\D/g, '');
  return catalog.models.some(
    ({ id, family }) =>
      family === 'gemini-omni' && id.replace(/\D/g, '') === version && isOneSlipAway(name, id),
  );
}

/** The ID that a run is, or that it is with a member or a full stop behind it; null for a file's name and for a longer name. */
function idAtStart(run: string, next: string, catalog: Catalog): string | null {
  if (run.length > LONGEST || FILE_EXTENSION.test(run)) return null;
  if (GIVEN_BY_NAME.test(next)) return null;
  const isOmni = (id: string): boolean => catalog.model(id)?.family === 'gemini-omni';
  const trimmed = run.replace(/(?<![._-])\.+$/, '');
  if (isOmni(trimmed)) return trimmed;
  for (let dot = run.indexOf('.'); dot > 0; dot = run.indexOf('.', dot + 1))
    if (isOmni(run.slice(0, dot))) return run.slice(0, dot);
  return null;
}
