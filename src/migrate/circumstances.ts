// What has to be set up at a target, and what no source says of it: from the catalog's rows.
import { constraintOf, nameOf, type Scope } from '../cost/scope.ts';
import type { Route } from '../routes/types.ts';
import type { Destination } from './targets.ts';

const SDK =
  'An SDK with the Interactions API: google-genai 2.9.0 for Python or newer; @google/genai 2.32.0 was checked.';

/** What a person has to set up before the request can run. */
export function setUpFor({ goal, surface }: Destination, route: Route, scope: Scope): readonly string[] {
  const regions = constraintOf(scope, 'regions')?.value;
  const region = Array.isArray(regions) ? regions.join(' or ') : 'one that serves the model';
  const vertex = [
    `A Google Cloud project with the Vertex AI API, named by GOOGLE_CLOUD_PROJECT, and its location by GOOGLE_CLOUD_LOCATION: ${region}.`,
    'Credentials of the project (application default credentials or a service account) in place of an API key.',
  ];
  if (goal === 'gateway') return [`A key of ${nameOf(scope)} that may use this model.`];
  if (goal === 'vertex') return route.surface === 'vertex-ai' ? [] : vertex;
  return [...(route.shape === 'google-sdk' ? [SDK] : []), ...(surface === 'vertex-ai' ? vertex : [])];
}

/** What a reader would want to know, by the key of its row and the sentence where there is none. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['requestsPerMinute', 'How many requests per minute are allowed.'],
  ['latencySeconds', 'How long a video takes.'],
  ['retentionDays', 'How long a finished video is kept for download.'],
  ['billing.onlySuccess', 'Whether a request that makes no video is billed.'],
];

/** What no source says of a target. */
export function unknownOf({ goal }: Destination, { shape }: Route, scope: Scope): readonly string[] {
  if (goal === 'gateway') return ['Which limits the gateway sets, and how long it keeps this name.'];
  const isDirect = shape === 'google-sdk' || shape === 'predict-long-running';
  return [
    ...(goal === 'omni' && !isDirect
      ? ['Whether the tool that sends this request can send it to Omni.']
      : []),
    ...QUESTIONS.flatMap(([key, says]) => (constraintOf(scope, key) === undefined ? [says] : [])),
  ];
}

const RUNNING =
  'The new code finds no job of the old one, neither one that still runs nor one whose operation name is stored: let them end and fetch their videos first.';

/** What changes around the request: how the video comes, quota, billing. */
export function aroundOf({ goal }: Destination, from: Scope, scope: Scope): readonly string[] {
  const quota = (one: Scope): string =>
    String(constraintOf(one, 'requestsPerMinute')?.value ?? 'not published');
  const retention = constraintOf(from, 'retentionDays')?.value;
  const kept = typeof retention === 'number' ? ` A video of Veo was kept for ${retention} days.` : '';
  const isElsewhere = goal === 'omni' || (goal === 'vertex' && from.surface !== 'vertex-ai');
  const own = [
    ...(isElsewhere ? [RUNNING] : []),
    ...(goal === 'omni'
      ? [
          'There is no operation: the request waits for the video, or returns an interaction to poll with background: true.',
          `The video comes as base64 data or, with delivery "uri", as an address in output_video.${kept}`,
        ]
      : []),
    ...(isElsewhere && goal === 'vertex'
      ? [
          `The video comes as bytes in the answer, or in a bucket with storageUri: no file to download.${kept}`,
        ]
      : []),
  ];
  if (goal === 'gateway' || from.surface === scope.surface) return own;
  return [...own, `Requests per minute: ${quota(scope)}, before ${quota(from)}.`];
}
