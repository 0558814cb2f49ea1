// Keys for a run from the terminal: environment, Google's default credentials, standard input.

import { FAMILIES, familyOf } from '../smoke/endpoints/index.ts';
import { CLOUD_STORAGE_HOST } from '../smoke/endpoints/vertexAi.ts';
import { defaultCredentials, environmentKeys } from '../smoke/environmentKeys.ts';
import { type BoundKey, fixedKey, hostOf } from '../smoke/keys.ts';
import { SHORTEST_KEY } from '../smoke/redact.ts';
import type { SmokeRoute } from '../smoke/types.ts';
import { UsageError } from './context.ts';
import type { RouteValues } from './smokeRoute.ts';

export const KEY_OPTIONS = { 'key-stdin': { type: 'boolean' }, 'key-host': { type: 'string' } } as const;

export type KeyValues = RouteValues & {
  readonly 'key-stdin'?: boolean | undefined;
  readonly 'key-host'?: string | undefined;
};

export interface KeySources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readStdin(): Promise<string>;
  /** Whether Google Cloud's application default credentials may be looked for. */
  readonly defaultCredentials: boolean;
}

/** The keys of a live run, what was typed first. */
export async function liveKeys(
  values: KeyValues,
  routes: readonly SmokeRoute[],
  sources: KeySources,
): Promise<readonly BoundKey[]> {
  const typed = values['key-stdin'] ? [await stdinKey(values, sources)] : [];
  const fallback = sources.defaultCredentials ? defaultCredentials(routes) : [];
  return [...typed, ...environmentKeys(sources.env, routes), ...fallback];
}

/** A key from standard input is for the host that was typed beside it, never for one that a file names. */
async function stdinKey(values: KeyValues, sources: KeySources): Promise<BoundKey> {
  const secret = (await sources.readStdin()).trim();
  if (secret === '' || /\s/.test(secret))
    throw new UsageError('--key-stdin needs one key on standard input.');
  if (secret.length < SHORTEST_KEY)
    throw new UsageError(
      `A key has at least ${SHORTEST_KEY} characters; the one on standard input has fewer.`,
    );
  const host = values['key-host']?.toLowerCase() ?? typedHost(values);
  if (host === null)
    throw new UsageError(
      '--key-stdin needs --key-host HOST here: a key is bound to the host it is given for.',
    );
  // The token that calls Vertex AI reads the videos that it puts into Cloud Storage as well.
  const onVertex = host.endsWith('-aiplatform.googleapis.com');
  return fixedKey(onVertex ? [host, CLOUD_STORAGE_HOST] : [host], secret);
}

function typedHost(values: KeyValues): string | null {
  if (values['base-url'] !== undefined) return hostOf(values['base-url']);
  if (values.model === undefined || values.surface === undefined) return null;
  const url = FAMILIES[familyOf(values.surface, values.model)].publicBaseUrl(values.location ?? null);
  return url === null ? null : hostOf(url);
}
