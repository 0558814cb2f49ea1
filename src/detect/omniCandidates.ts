// Google's IDs of Gemini Omni, which takes over from Veo: the catalog's own, exactly. No grammar: "omni" names much else.
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from './spelling.ts';
import { FILE_EXTENSION } from './vocabulary/places.ts';

const RUN = /gemini-omni[a-z0-9._-]*/g;

/** The longest run that can be such an ID with the full stop of its sentence. */
const LONGEST = 64;

/** The candidates of a text, in order. `startsToken`: whether an ID can begin at a place. */
export function omniCandidates(
  text: string,
  catalog: Catalog,
  startsToken: (text: string, at: number) => boolean,
): readonly Candidate[] {
  if (!text.includes('gemini-omni')) return [];
  return [...text.matchAll(RUN)].flatMap(({ index, 0: run }) => {
    const id = idAtStart(run, text.slice(index + run.length, index + run.length + 2), catalog);
    if (id === null || !startsToken(text, index)) return [];
    return [
      {
        start: index,
        end: index + id.length,
        spelling: { kind: 'official' as const, text: id, strength: 'certain' as const },
      },
    ];
  });
}

/** The ID that a run is, or that it is with a member or a full stop behind it; null for a file's name and for a longer name. */
function idAtStart(run: string, next: string, catalog: Catalog): string | null {
  if (run.length > LONGEST || FILE_EXTENSION.test(run)) return null;
  if (/^(?:[A-Z$]|#\{|\{\S|%[sdv({])/.test(next)) return null;
  const isOmni = (id: string): boolean => catalog.model(id)?.family === 'gemini-omni';
  const trimmed = run.replace(/(?<![._-])\.+$/, '');
  if (isOmni(trimmed)) return trimmed;
  for (let dot = run.indexOf('.'); dot > 0; dot = run.indexOf('.', dot + 1))
    if (isOmni(run.slice(0, dot))) return run.slice(0, dot);
  return null;
}
