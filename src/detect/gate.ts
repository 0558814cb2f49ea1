// What a text must hold to be worth a look: the one search that every file goes through.
import { FOREIGN_NEEDLES } from './vocabulary/spellings.ts';

/** How requests are made by code that may take its model from another file. */
const REQUEST_NEEDLES: readonly string[] = [
  'generatevideos',
  'generate_videos',
  'predictlongrunning',
  'predict_long_running',
  'interactions.create',
  'fal.subscribe',
  'fal.queue',
  'fal_client',
  'replicate.run',
  'replicate.predictions',
];

/** One of these, in whatever case, is in every reference, and in every request whose model stands in another file. */
export const NEEDLES: readonly string[] = ['veo', ...FOREIGN_NEEDLES, ...REQUEST_NEEDLES];

/** Finds one of the needles. */
export const GATE = new RegExp(NEEDLES.join('|').replaceAll('.', '\\.'), 'i');
