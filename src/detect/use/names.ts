// What a name says of the IDs it holds, by its words.
import { LISTING_WORDS, SETTING_WORDS, TRIED_WORDS } from './vocabulary.ts';

/** The words of a name: `defaultVideoModel` gives `default`, `video`, `model`. */
function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

const says = (name: string | null, words: ReadonlySet<string>): boolean =>
  name !== null && wordsOfName(name).some((word) => words.has(word));

/** Whether a list or table of that name only speaks of models. */
export const namesListing = (name: string | null): boolean => says(name, LISTING_WORDS);

/** Whether it holds what the program is set to. */
export const namesSetting = (name: string | null): boolean => says(name, SETTING_WORDS);

/** Whether its items are tried one after the other. */
export const namesTried = (name: string | null): boolean => says(name, TRIED_WORDS);

/** Whether a constant is just called as the ID is spelled (`VEO_3_FAST`, `veo30Generate001`). */
export const spellsId = (name: string | null): boolean =>
  name !== null && /veo[_-]?v?\d/i.test(name) && !/model(?:[_-]?(?:id|name))?$/i.test(name);

/** A key as the tables of words spell it: lower case, letters and digits. */
export const plain = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');
