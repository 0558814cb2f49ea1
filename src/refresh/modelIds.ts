// Which model IDs of a page this catalog speaks of, and how they are taken out of a cell.
import type { Model, Stage } from '../catalog/types.ts';
import type { Cell } from './markdown.ts';
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

/** The one model that a row is about; null for a model of another kind. */
export function rowModel({ text, codes }: Cell): string | null {
  const written = (codes[0] ?? text)
    .trim()
    .replace(/^.*\//, '')
    .replace(/(?<![\\*†‡])[\\*†‡]+$/, '');
  if (isModelId(written)) return written;
  return codes.length === 0 ? (idsIn(written)[0] ?? null) : null;
}

/** Every ID in a text, in its order. */
export function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(ANY) ?? [])];
}

/** The IDs that a replacement names; undefined where it names nothing at all. */
export function namedModels({ text, codes }: Cell): NamedModels | undefined {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '' || /^[-–—]$/.test(said)) return undefined;
  const inCode = codes.flatMap((code) =>
    isModelId(code.replace(/^.*\//, '')) ? [code.replace(/^.*\//, '')] : [],
  );
  if (inCode.length > 0 && codes.every((code) => !/\s/.test(code)))
    return { ids: [...new Set(inCode)], glued: false, said };
  const ids = idsIn(said);
  return ids.length === 0 ? undefined : { ids, glued: ids.some((id) => !CLOSED.test(id)), said };
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
