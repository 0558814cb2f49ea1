// What the name of a key, variable or parameter says about its value, by the words it is made of.
import {
  FILLER,
  MODEL_TAIL,
  MODEL_WORD,
  NAME_WORDS,
  OTHER_WORDS,
  OWNER_WORDS,
  STRUCTURE_WORDS,
} from './vocabulary/keys.ts';

/**
 * `model`: its value is a model ID. `other`: its value is none (labels, files, providers). `name`: its value names
 * things of many kinds. `structure`: the name above it says what the value is. `none`: nothing is known.
 */
export type Meaning = 'model' | 'other' | 'name' | 'structure' | 'none';

/** The words of the last part of a key: `config.videoModelId` gives `video`, `model`, `id`. */
function wordsOf(key: string): readonly string[] {
  const last = key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf('$')) + 1);
  return last
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** What a key says about its value; `none` for null. A member of an enumeration of models (`VideoModel.VEO_2_IMAGE`) is a model whatever its words. */
export function meaningOf(key: string | null): Meaning {
  if (key === null) return 'none';
  const [member = '', enumeration = ''] = key.split('.').reverse();
  if (/^\w+$/.test(member) && member.includes('VEO') && mentionsModels(enumeration.replace(/^[^A-Z]*/, '')))
    return 'model';
  const words = wordsOf(key);
  const last = words.at(-1) ?? '';
  const model = words.findLastIndex((word) => MODEL_WORD.test(word));
  if (model >= 0 && words.slice(model + 1).every((word) => !OTHER_WORDS.has(word) || MODEL_TAIL.has(word)))
    return 'model';
  const core = words.findLast((word) => !FILLER.has(word)) ?? '';
  if (
    OTHER_WORDS.has(last) ||
    OTHER_WORDS.has(core) ||
    (!/^alias/.test(last) && words.some((word) => OWNER_WORDS.has(word)))
  )
    return 'other';
  if (NAME_WORDS.has(last)) return 'name';
  return STRUCTURE_WORDS.has(last) ? 'structure' : 'none';
}

/** Whether a key holds an address within some site (`slug`, `path`), which a gateway's full spelling is as well. */
export const isAddressKey = (key: string | null): boolean =>
  key !== null && MODEL_TAIL.has(wordsOf(key).at(-1) ?? '');

/** Whether a key speaks of models at all, be it of their labels (`modelLabels`). */
export const mentionsModels = (key: string | null): boolean =>
  key !== null && wordsOf(key).some((word) => MODEL_WORD.test(word));
