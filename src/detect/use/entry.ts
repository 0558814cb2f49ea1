// What a value of an object or a map is, by its key, the keys beside it and the names above.
import { meaningOf } from '../keyMeaning.ts';
import { namesListing, namesSetting, namesTried, plain } from './names.ts';
import { claim, type UseClaim } from './types.ts';
import { DESCRIPTIVE_KEYS, NAMING_KEYS, REQUEST_KEYS, RESULT_KEYS, SAYING_KEYS } from './vocabulary.ts';

/** A value with its surroundings. Names come the nearest first. */
export interface Entry {
  readonly key: string;
  readonly siblings: readonly string[];
  readonly names: readonly string[];
  /** Whether the program looks into the table by a computed key. */
  readonly isLookedUp: boolean;
  /** Whether it stands in a configuration, whose values are there to be used. */
  readonly isConfig: boolean;
  /** Whether something beside it says that the work is done. */
  readonly isFinished?: boolean;
}

/** Keys whose object says which rows are meant. */
const CONDITION = /^(?:where|filters?|having|\$?match)$/i;

/** Keys whose value shows what a request may look like. */
const EXAMPLE = /^(?:openapi_?|json_?schema_?)?examples?$/i;

/** The use of a value under a key. */
export function useOfEntry(entry: Entry): UseClaim {
  const { key, siblings, names } = entry;
  const word = plain(key);
  const beside = siblings.map(plain);
  if (SAYING_KEYS.has(word)) return claim('text', `the value of ${key}, which only shows it`);
  if (/^meta(?:data)?$/.test(plain(names[0] ?? '')))
    return claim('text', 'metadata of what was made or sent');
  if (names.some((name) => CONDITION.test(name))) return claim('comparison', 'a condition of a query');
  if (names.some((name) => EXAMPLE.test(name))) return claim('text', 'an example of a schema');
  if (entry.isFinished === true) return claim('text', 'a record of what was made');
  if (beside.some((one) => one === 'prompt' || one === 'instances' || one === 'contents'))
    return claim('setting', 'it stands beside the prompt of a request');
  if (beside.some((one) => RESULT_KEYS.has(one))) return claim('text', 'a record of what was made');
  if (namesListing(key) && !namesSetting(key)) return claim('listing', `the value of ${key}`);
  const described = beside.find((one) => DESCRIPTIVE_KEYS.has(one));
  if (described !== undefined && NAMING_KEYS.has(word)) return claim('listing', 'an entry of a catalog');
  if (namesSetting(key) || namesTried(key)) return claim('setting', `the value of ${key}`);
  const listing = names.find((name) => namesListing(name) && !namesSetting(name) && !namesTried(name));
  if (listing !== undefined) return claim('listing', `a value of ${listing}`);
  return useOfPlainEntry(entry, described !== undefined, beside);
}

function useOfPlainEntry(
  { key, names, isLookedUp, isConfig }: Entry,
  isDescribed: boolean,
  beside: readonly string[],
): UseClaim {
  const isModel = meaningOf(key) === 'model';
  if (isModel && beside.some((one) => REQUEST_KEYS.has(one)))
    return claim('setting', 'it stands beside the parameters of a request');
  if (isModel && isDescribed) return claim('constant', 'an entry of a catalog that names a model to send');
  if (isModel) return claim('setting', `the value of ${key}`);
  const setting = names.find(namesSetting);
  if (setting !== undefined && !isDescribed) return claim('setting', `a value of ${setting}`);
  if (isLookedUp && !isDescribed) return claim('setting', 'a value of a table that the program looks into');
  if (NAMING_KEYS.has(plain(key))) return claim(isConfig ? 'constant' : 'listing', 'the name of an entry');
  if (isConfig && !isDescribed) return claim('setting', `the value of ${key}`);
  return claim('constant', `the value of ${key}, whose use is not seen`);
}
