// Keys on the command line: from the environment or standard input, each bound to the host it is for.

import { once } from '../once.ts';
import { CLOUD_STORAGE_HOST } from './endpoints/vertexAi.ts';
import { type BoundKey, fixedKey } from './keys.ts';
import type { SmokeRoute } from './types.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Variables whose key belongs to one public host, as the services' own tools name them. */
const PUBLIC_KEYS: readonly { readonly variable: string; readonly host: string }[] = [
  { variable: 'GEMINI_API_KEY', host: 'generativelanguage.googleapis.com' },
  { variable: 'GOOGLE_API_KEY', host: 'generativelanguage.googleapis.com' },
  { variable: 'OPENROUTER_API_KEY', host: 'openrouter.ai' },
];
/** Keys of any host: `host=key`, several of them apart by spaces or commas. */
export const KEYS_VARIABLE = 'VEO_AUDIT_KEYS';
const VERTEX_VARIABLE = 'VERTEX_ACCESS_TOKEN';

/** The keys of the environment. Vertex AI's token is bound to the hosts of the routes' own locations. */
export function environmentKeys(env: Env, routes: readonly SmokeRoute[]): readonly BoundKey[] {
  return [
    ...PUBLIC_KEYS.map(({ variable, host }) => ({ hosts: [host], secret: env[variable] ?? '' })),
    ...hostKeys(env[KEYS_VARIABLE] ?? ''),
    { hosts: vertexHosts(routes), secret: env[VERTEX_VARIABLE] ?? '' },
  ]
    .filter(({ hosts, secret }) => secret !== '' && hosts.length > 0)
    .map(({ hosts, secret }) => fixedKey(hosts, secret));
}

/** Google Cloud's application default credentials, for Google's own hosts only: a token that is fetched when it is needed. */
export function defaultCredentials(routes: readonly SmokeRoute[]): readonly BoundKey[] {
  const hosts = vertexHosts(routes);
  if (hosts.length === 0) return [];
  // One for the whole run: it keeps its token until that expires.
  const auth = once(async () => {
    const { GoogleAuth } = await authLibrary();
    return new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' });
  });
  const secret = async (): Promise<string> => {
    const token = await (await auth()).getAccessToken();
    if (!token) throw new Error('application default credentials gave no token');
    return token;
  };
  return [{ hosts, secret }];
}

/** Loaded when it is needed, for it is large. In a bundle this CommonJS library has its names under `default` only. */
async function authLibrary(): Promise<Pick<typeof import('google-auth-library'), 'GoogleAuth'>> {
  const library: { readonly GoogleAuth?: unknown; readonly default?: unknown } = await import(
    'google-auth-library'
  );
  return (
    library.GoogleAuth === undefined ? library.default : library
  ) as typeof import('google-auth-library');
}

/** The Google hosts of Vertex AI routes; another base URL gets no token by itself. */
function vertexHosts(routes: readonly SmokeRoute[]): readonly string[] {
  const hosts = routes
    .filter(({ family }) => family === 'vertex-ai')
    .map(({ location }) => location ?? 'us-central1')
    .filter((location) => /^[a-z0-9-]+$/.test(location))
    .map((location) => `${location}-aiplatform.googleapis.com`);
  return hosts.length === 0 ? [] : [...new Set([...hosts, CLOUD_STORAGE_HOST])];
}

function hostKeys(text: string): readonly { readonly hosts: readonly string[]; readonly secret: string }[] {
  return text
    .split(/[\s,]+/)
    .filter((pair) => pair.includes('='))
    .map((pair) => ({ hosts: [pair.slice(0, pair.indexOf('='))], secret: pair.slice(pair.indexOf('=') + 1) }))
    .filter(({ hosts }) => hosts[0] !== '');
}
