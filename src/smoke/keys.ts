// Keys are bound to the host they were given for. No other host gets one: not by a changed base URL, not by a redirect.
import { isLoopback } from '../network/loopback.ts';
import { type SecretBook, SHORTEST_KEY } from './redact.ts';
import type { SmokeRoute } from './types.ts';

/** A secret and the hosts (with port, if not the scheme's own) that may see it. */
export interface BoundKey {
  readonly hosts: readonly string[];
  /** Fetches the secret when it is needed: access tokens age. */
  secret(): Promise<string>;
}

/** The key for a URL, or null where none was given for exactly its host. */
export type KeyRing = (url: string) => BoundKey | null;

/** A ring of keys. The first key of a host counts. Plain HTTP gets keys on loopback only. */
export function keyRing(keys: readonly BoundKey[]): KeyRing {
  return (url) => {
    const target = hostOf(url);
    if (target === null) return null;
    return keys.find((key) => key.hosts.some((host) => host.toLowerCase() === target)) ?? null;
  };
}

/** A key whose secret is at hand. */
export function fixedKey(hosts: readonly string[], secret: string): BoundKey {
  return { hosts, secret: async () => secret };
}

/** A simulation never sees a real key, and its own one goes to this machine only. */
export function simulatorKeys(routes: readonly SmokeRoute[]): readonly BoundKey[] {
  const hosts = routes
    .map(({ baseUrl }) => new URL(baseUrl))
    .filter(({ hostname }) => isLoopback(hostname))
    .map(({ host }) => host);
  return [fixedKey(hosts, 'simulated-key')];
}

/** The same keys, telling a book each secret before it is used, so that it can never be written. Too short ones throw. */
export function watchedKeys(keys: readonly BoundKey[], book: SecretBook): readonly BoundKey[] {
  return keys.map((key) => ({
    hosts: key.hosts,
    secret: async () => {
      const secret = await key.secret();
      if (secret.length < SHORTEST_KEY)
        throw new Error(`the key for ${key.hosts[0]} has fewer than ${SHORTEST_KEY} characters`);
      book.learn(secret);
      return secret;
    },
  }));
}

/** The host that a key is bound by: in lower case, with a port that is not the scheme's own; null for none. */
export function hostOf(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return null;
  const secure = parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed.hostname));
  return secure ? parsed.host.toLowerCase() : null;
}

/** The header that carries a key. */
export function credentialHeader(
  kind: 'x-goog-api-key' | 'bearer',
  secret: string,
): Readonly<Record<string, string>> {
  return kind === 'bearer' ? { authorization: `Bearer ${secret}` } : { 'x-goog-api-key': secret };
}
