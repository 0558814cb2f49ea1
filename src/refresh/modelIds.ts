// Which model IDs of a page this catalog speaks of, and how they are taken out of a cell.
import type { Model, Stage } from '../catalog/types.ts';
import { type Cell, STRUCK } from './markdown.ts';
import type { NamedModels } from './types.ts';

const FORM = '(?:veo-\\d+(?:\\.\\d+)?|gemini-omni)(?:-[a-z0-9]+(?:\\.[a-z0-9]+)*)*';
const WHOLE = new RegExp(`^${FORM}$`);
const ANY = new RegExp(`(?<![a-z0-9.-])${FORM}`, 'g');
/** Words that are known to close an ID. Behind them nothing but another part of an ID can follow. */
const CLOSED = /(?:-(?:\d{3}|preview|exp|flash|\d{4})|-[a-z]+-\d{3})$/;

/** Whether a text is the ID of a model that the catalog could speak of. */
export function isModelId(text: string): boolean {
  return WHOLE.test(text);
}

/** Words that may stand beside the ID in a row's first cell without changing what the row is about. */
const BESIDE_ID = /\b(?:and|or|new|preview|ga|stable|experimental)\b|\[\^?\d+\]|<br ?\/?>|[\s,;()~*†‡\\]/gi;

/** The models that a row is about: none where it is about another one, or where words beside an ID may change it. */
export function rowModels({ text, codes }: Cell): readonly string[] {
  const ids = codes.length === 0 ? idsIn(text.replaceAll(STRUCK, '')) : codes.flatMap(idOfCode);
  const others = [...codes, ...ids]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, known) => rest.replaceAll(known, ''), text.replaceAll('models/', ''));
  return others.replace(BESIDE_ID, '') === '' ? [...new Set(ids)] : [];
}

/** The ID that is written in code, without what stands before its last slash and marks behind it. */
function idOfCode(code: string): readonly string[] {
  const written = code
    .trim()
    .replace(/^.*\//, '')
    .replace(/(?<![\\*†‡])[\\*†‡]+$/, '');
  return isModelId(written) ? [written] : [];
}

/** Every ID in a text, in its order. */
export function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(ANY) ?? [])];
}

/** The IDs that a replacement names, perhaps none that can be read; null where the cell is empty. */
export function namedModels({ text, codes }: Cell): NamedModels | null {
  const said = text.replace(/\s+/g, ' ').trim();
  if (/^(?:[-–—]|n\/?a|none)?$/i.test(said)) return null;
  const inCode = codes.flatMap(idOfCode);
  if (inCode.length > 0 && codes.every((code) => !/\s/.test(code.trim())))
    return { ids: [...new Set(inCode)], glued: false, said };
  const ids = idsIn(said);
  return { ids, glued: ids.some((id) => !CLOSED.test(id)), said };
}

/** What an ID tells about its model by itself. */
export function modelOfId(id: string): Omit<Model, 'surfaces'> {
  const version = /^veo-(\d+)(?:\.(\d+))?/.exec(id);
  const family = version === null ? 'gemini-omni' : `veo-${version[1]}.${version[2] ?? '0'}`;
  const tier = /(?:^|-)lite(?:-|$)/.test(id) ? 'lite' : /(?:^|-)fast(?:-|$)/.test(id) ? 'fast' : 'standard';
  return { id, family, tier };
}

/** The stage that an ID has by its ending, where nothing else says it. */
export function stageOfId(id: string): Stage {
  if (/-preview(?:-|$)/.test(id)) return 'preview';
  return /-exp(?:-|$)/.test(id) ? 'experimental' : 'ga';
}
