// What the catalog says against a request before anything is sent, row by row.
import assert from 'node:assert/strict';
import { checkByCatalog, refusalOf } from '../../src/smoke/preflight.ts';
import type { FamilyId, SmokeRequest, SmokeRoute } from '../../src/smoke/types.ts';
import { CATALOG, REQUEST, routeOf } from './harness.ts';

interface Asked {
  readonly model: string;
  readonly surface: string;
  readonly family: FamilyId;
  readonly day: string;
  readonly request?: Partial<SmokeRequest>;
  readonly route?: Partial<SmokeRoute>;
}

const GEMINI = { model: 'veo-3.1-generate-preview', surface: 'gemini-api', family: 'gemini-api' } as const;
const VERTEX = { model: 'veo-3.1-generate-001', surface: 'vertex-ai', family: 'vertex-ai' } as const;
const OMNI = { model: 'gemini-omni-1.1-flash', surface: 'gemini-api', family: 'omni-interactions' } as const;
const [MAY, OCTOBER, NOVEMBER] = ['2026-05-21', '2026-10-01', '2026-11-21'];
const RETIRING =
  'lifecycle warning: veo-3.1-generate-001 may be retired any day on Vertex AI, as of 2026-11-21';

function checksOf({ model, surface, family, day, request, route }: Asked) {
  return checkByCatalog(
    CATALOG,
    { ...routeOf(family), model, surface, ...route },
    { ...REQUEST, durationSeconds: 8, sampleCount: null, ...request },
    day,
  );
}

/** What stands against a request, in the order of the checks. */
const AGAINST: readonly (readonly [what: string, Asked, ...against: string[]])[] = [
  ['a request that is served', { ...GEMINI, day: OCTOBER }],
  ['the longest that Omni makes', { ...OMNI, day: NOVEMBER, request: { durationSeconds: 10 } }],
  ['the shortest that Omni makes', { ...OMNI, day: NOVEMBER, request: { durationSeconds: 3 } }],
  [
    'more than Omni makes',
    { ...OMNI, day: NOVEMBER, request: { durationSeconds: 11 } },
    'duration refused: 11 s is outside 3 to 10 s',
  ],
  [
    'less than Omni makes',
    { ...OMNI, day: NOVEMBER, request: { durationSeconds: 2 } },
    'duration refused: 2 s is outside 3 to 10 s',
  ],
  [
    'a short video in 1080p',
    { ...GEMINI, day: OCTOBER, request: { durationSeconds: 4, resolution: '1080p' } },
    'duration refused: 1080p videos must be 8 s long here, not 4 s',
  ],
  ['a long video in 1080p', { ...GEMINI, day: OCTOBER, request: { resolution: '1080p' } }],
  [
    'a short video without a resolution',
    { ...GEMINI, day: OCTOBER, request: { durationSeconds: 4, resolution: null } },
  ],
  [
    'a length between those that are served',
    { ...GEMINI, day: OCTOBER, request: { durationSeconds: 5 } },
    'duration refused: 5 s is not served; allowed: 4, 6, 8',
  ],
  [
    'audio as a parameter where it is always made',
    { ...GEMINI, day: OCTOBER, request: { generateAudio: true } },
    'audio refused: generateAudio is no parameter here (audio is always on)',
  ],
  [
    'audio as a parameter where it is never made, by a model that has no time left',
    { ...VERTEX, model: 'veo-2.0-generate-001', day: MAY, request: { generateAudio: true } },
    'lifecycle warning: veo-2.0-generate-001 is to be shut down on Vertex AI, as of 2026-05-21',
    'audio refused: generateAudio is no parameter here (audio is never made)',
  ],
  [
    'five videos at once',
    { ...VERTEX, day: NOVEMBER, request: { sampleCount: 5 } },
    RETIRING,
    'videos refused: 5 is not served; allowed: 1, 2, 3, 4',
  ],
  [
    'a resolution about which sources disagree',
    { ...VERTEX, model: 'veo-3.1-fast-generate-001', day: OCTOBER, request: { resolution: '4k' } },
    'resolution warning: sources disagree whether 4k is served here',
  ],
  [
    'a resolution that is not served',
    { ...VERTEX, model: 'veo-3.1-lite-generate-001', day: OCTOBER, request: { resolution: '4k' } },
    'resolution refused: 4k is not served; allowed: 720p, 1080p',
  ],
  [
    'Vertex AI without a project',
    { ...VERTEX, day: OCTOBER, route: { project: null } },
    'endpoint family refused: Vertex AI needs a Google Cloud project',
  ],
  [
    'a place for the video that is no bucket',
    { ...VERTEX, day: OCTOBER, request: { storageUri: 'https://bucket.example' } },
    'storage refused: https://bucket.example is not gs://…',
  ],
  [
    'a place for the video where none can be named',
    { ...GEMINI, day: OCTOBER, request: { storageUri: 'gs://bucket' } },
    'storage refused: only Vertex AI puts videos where it is told to',
  ],
  [
    'Omni by the protocol of Veo',
    { ...OMNI, family: 'vertex-ai', day: NOVEMBER, request: { durationSeconds: 4 } },
    'endpoint family refused: gemini-omni-1.1-flash is not served by predictLongRunning; its family is omni-interactions',
  ],
  [
    'Veo by the protocol of Omni',
    { ...GEMINI, family: 'omni-interactions', day: OCTOBER },
    'endpoint family refused: veo-3.1-generate-preview is not served by the Interactions API',
  ],
  [
    'an ID that was shut down, with what to use',
    { ...GEMINI, model: 'veo-3.0-generate-001', day: NOVEMBER },
    'lifecycle refused: veo-3.0-generate-001 was shut down on the Gemini API on 2026-06-30; use gemini-omni-1.1-flash',
  ],
  [
    'an ID of another surface, with what to use',
    { ...GEMINI, model: 'veo-3.1-generate-001', day: NOVEMBER },
    'lifecycle refused: veo-3.1-generate-001 never was on the Gemini API; use gemini-omni-1.1-flash',
  ],
  [
    'an ID that no surface of Google answers any more, on a gateway',
    { model: 'veo-3.0-generate-001', surface: 'new-api', family: 'new-api', day: NOVEMBER },
    'lifecycle refused: veo-3.0-generate-001 was shut down on every Google surface on 2026-06-30',
  ],
  [
    "a dead ID behind a gateway's prefix",
    { model: 'gemini/veo-3.0-generate-001', surface: 'litellm', family: 'openai-videos', day: NOVEMBER },
    'lifecycle refused: veo-3.0-generate-001 was shut down on the Gemini API on 2026-06-30; use gemini-omni-1.1-flash',
  ],
  [
    "a gateway's name whose model is not dated",
    { model: 'google/veo-3.1', surface: 'openrouter', family: 'openrouter', day: NOVEMBER },
    'lifecycle warning: google/veo-3.1 is a name of OpenRouter without a dated upstream: which model answers behind it is not documented',
  ],
  [
    'a name that nobody knows',
    { model: 'our-video-model', surface: 'litellm', family: 'openai-videos', day: NOVEMBER },
    'lifecycle warning: our-video-model is no ID of the catalog on LiteLLM: which model answers behind it is not documented',
  ],
];

describe('what stands against', () => {
  for (const [what, asked, ...against] of AGAINST) {
    it(`${what}: ${against.length === 0 ? 'nothing' : against.length}`, () => {
      const checks = checksOf(asked).filter(({ verdict }) => verdict !== 'ok');
      assert.deepEqual(
        checks.map(({ name, verdict, message }) => `${name} ${verdict}: ${message}`),
        against,
      );
      assert.equal(refusalOf(checks)?.message, checks.find(({ verdict }) => verdict === 'refused')?.message);
    });
  }
});

describe('the checks before a request', () => {
  it('name each thing that the catalog has a word on, with what was asked', () => {
    const request = {
      aspectRatio: '9:16',
      sampleCount: 4,
      generateAudio: false,
      storageUri: 'gs://b',
    } as const;
    const said = checksOf({ ...VERTEX, day: OCTOBER, request }).map(
      ({ name, message }) => `${name}: ${message}`,
    );
    assert.deepEqual(said, [
      'endpoint family: vertex-ai',
      'storage: gs://b',
      'lifecycle: active',
      'duration: 8 s',
      'resolution: 720p',
      'aspect ratio: 9:16',
      'videos: 4',
      'audio: off',
    ]);
  });

  it('leave out what was not asked for, and what the catalog has no word on', () => {
    const nothing = { durationSeconds: null, resolution: null, aspectRatio: null, generateAudio: null };
    const named = (asked: Asked) => checksOf(asked).map(({ name }) => name);
    assert.deepEqual(named({ ...VERTEX, day: OCTOBER, request: nothing }), ['endpoint family', 'lifecycle']);
    assert.deepEqual(
      named({
        model: 'any',
        surface: 'litellm',
        family: 'openai-videos',
        day: OCTOBER,
        request: { generateAudio: true },
      }),
      ['endpoint family', 'lifecycle'],
    );
  });
});
