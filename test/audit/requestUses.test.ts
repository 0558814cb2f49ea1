// Why another model cannot take over a request unseen: each parameter and feature, and what is no reason.
import assert from 'node:assert/strict';
import { datedReferences } from '../../src/audit/engine.ts';
import { obstacleOf } from '../../src/audit/requestUses.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { Route } from '../../src/routes/types.ts';
import { catalogData } from '../catalog/catalogData.ts';
import { routeIn } from './rules/routeContext.ts';

const DATA = catalogData();
const CATALOG = createCatalog(DATA);
const VEO_2 = 'veo-2.0-generate-001';
const VEO_3 = 'veo-3.0-generate-001';
const NEW = 'veo-3.1-generate-001';
const LITE = 'veo-3.1-lite-generate-001';

interface Given {
  readonly from?: string;
  readonly to?: string;
  readonly surface?: 'vertex-ai' | 'gemini-api';
  /** What stands beside the ID. */
  readonly text?: string;
  readonly routes?: readonly Partial<Route>[];
  readonly catalog?: typeof CATALOG;
}

function obstacle({
  from = VEO_3,
  to = NEW,
  surface = 'vertex-ai',
  text = '',
  routes = [],
  catalog = CATALOG,
}: Given) {
  const document = { path: 'a.yaml', text: `model: ${from}\n${text}` };
  const [reference] = datedReferences(document, { catalog, asOf: '2026-11-24' });
  assert.ok(reference);
  const sent = routes.map((route) => routeIn(document.text, route));
  return obstacleOf({ document, catalog, reference: { ...reference, surface }, routes: sent }, to);
}

/** What a request asks for that nothing stands against. */
const PLAIN: Partial<Route> = { durationSeconds: 8, generateAudio: true };
/** The catalog with one more limit of a model. */
function withLimit(key: string, value: unknown, model = NEW) {
  const [row] = DATA.constraints;
  assert.ok(row);
  const limit = { ...row, surface: 'vertex-ai', models: [model], key, value };
  return createCatalog({ ...DATA, constraints: [limit, ...DATA.constraints] });
}

const cases: readonly (readonly [what: string, given: Given, why: string | null])[] = [
  ['nothing that both take', { routes: [PLAIN] }, null],
  ['nothing where no request is seen and the new one takes all', {}, null],
  ['nothing that is not said', { routes: [{}] }, null],
  ['a duration', { routes: [{ durationSeconds: 5 }] }, `${NEW} is not known to take a duration of 5`],
  [
    'a duration of the second request',
    { routes: [PLAIN, { durationSeconds: 7 }] },
    `${NEW} is not known to take a duration of 7`,
  ],
  [
    'durations that a computed one may have',
    { from: VEO_2, routes: [{ durationSeconds: 'dynamic' }] },
    `${NEW} is not known to take a duration of 5 or 7`,
  ],
  [
    'durations that the old one takes, where no request is seen',
    { from: VEO_2 },
    `${NEW} is not known to take a duration of 5 or 7`,
  ],
  [
    'a resolution',
    { to: LITE, routes: [{ resolution: '4k' }] },
    `${LITE} is not known to take the resolution 4k`,
  ],
  ['no resolution that it takes', { routes: [{ resolution: '4k' }] }, null],
  [
    'an aspect ratio',
    { routes: [{ aspectRatio: '1:1' }] },
    `${NEW} is not known to take the aspect ratio 1:1`,
  ],
  ['a count of videos', { routes: [{ sampleCount: 5 }] }, `${NEW} is not known to take a video count of 5`],
  [
    'sound where there was none',
    { from: VEO_2, routes: [{ durationSeconds: 8 }] },
    `${NEW} makes audio, and the request does not say whether it wants any`,
  ],
  ['no sound that is asked for', { from: VEO_2, routes: [PLAIN] }, null],
  [
    'sound that one of two requests does not speak of',
    { from: VEO_2, routes: [PLAIN, { durationSeconds: 8 }] },
    `${NEW} makes audio, and the request does not say whether it wants any`,
  ],
  ['silence where sound is asked for', { to: VEO_2, routes: [PLAIN] }, `${VEO_2} makes no audio`],
  [
    'silence where the second request asks for sound',
    { to: VEO_2, routes: [{ durationSeconds: 8 }, PLAIN] },
    `${VEO_2} makes no audio`,
  ],
  ['no silence where nobody asks for sound', { to: VEO_2, routes: [{ durationSeconds: 8 }] }, null],
  ['no silence that stays', { from: VEO_2, to: 'veo-2.0-generate-exp' }, null],
  [
    'sound that is always on',
    { to: 'veo-3.1-generate-preview', surface: 'gemini-api', routes: [{ generateAudio: false }] },
    'veo-3.1-generate-preview always makes audio',
  ],
  [
    'no sound that is always on and wanted',
    { to: 'veo-3.1-generate-preview', surface: 'gemini-api', routes: [{ generateAudio: true }] },
    null,
  ],
  ['masks that the text shows', { text: 'mask: m' }, `it is not known whether ${NEW} takes masks`],
  [
    'masks that a request sends',
    { routes: [{ ...PLAIN, others: { mask: true } }] },
    `it is not known whether ${NEW} takes masks`,
  ],
  ['no masks that are not sent', { routes: [{ ...PLAIN, others: { mask: null } }] }, null],
  ['no masks that are false', { routes: [{ ...PLAIN, others: { mask: false } }] }, null],
  [
    'a last frame that the text shows',
    { text: 'lastFrame: f' },
    `it is not known whether ${NEW} takes a last frame`,
  ],
  ['reference images', { to: LITE, text: 'referenceImages: [a]' }, `${LITE} does not take reference images`],
  [
    'more reference images than it takes',
    { routes: [{ ...PLAIN, others: { referenceImages: 4 } }], catalog: withLimit('referenceImages.max', 3) },
    `${NEW} takes at most 3 reference images`,
  ],
  [
    'no reference images that it takes',
    { routes: [{ ...PLAIN, others: { referenceImages: 3 } }], catalog: withLimit('referenceImages.max', 3) },
    null,
  ],
  ['no video extension that it knows', { text: 'extend_video: v' }, null],
  [
    'a video extension that it does not do',
    { text: 'extend_video: v', catalog: withLimit('extension', false) },
    `${NEW} does not take video extension`,
  ],
  [
    'a last frame that is refused',
    { text: 'end_frame: f', catalog: withLimit('lastFrame', 'refused') },
    `${NEW} does not take a last frame`,
  ],
  [
    'a last frame that sources dispute',
    { text: 'last_frame: f', catalog: withLimit('lastFrame', 'disputed') },
    `it is not known whether ${NEW} takes a last frame`,
  ],
  ['another location', { text: 'location: global' }, `${NEW} is not known to answer in global`],
  [
    'the second location that is named',
    { text: 'location: us-central1\nLOCATION_ID="Europe-West4"' },
    `${NEW} is not known to answer in europe-west4`,
  ],
  ['no location where it answers', { text: 'location: us-central1' }, null],
  ['no location where nobody says where it answers', { to: VEO_3, text: 'location: global' }, null],
];

describe('what stands against another model', () => {
  for (const [what, given, why] of cases) it(what, () => assert.equal(obstacle(given), why));
});
