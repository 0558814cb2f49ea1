// Addresses that a user has allowed to be asked for a catalog. Nothing else is ever fetched.
import { isLoopback } from '../network/loopback.ts';
import { GATEWAY_FORMATS } from './parse.ts';
import type { GatewayKind } from './types.ts';

/** Why an address is not asked. The message is one sentence for people, without secrets. */
export class AddressRefusedError extends Error {}

/**
 * An address that the user gave: on the command line, in their environment, in their own settings, or in answer to a
 * question. Its maker alone is `allowAddress`, so that the `url` of a workspace's file cannot be asked by mistake.
 */
export class AllowedAddress {
  readonly #url: URL;
  readonly key: string | undefined;

  constructor(url: URL, key: string | undefined) {
    this.#url = url;
    this.key = key;
  }

  get url(): URL {
    return new URL(this.#url);
  }
}

/**
 * Allows an address that the user wrote. A host alone gets the path that gateways of its kind have.
 * @param key sent as a bearer token, to that origin only; over plain http to this machine only.
 * @throws AddressRefusedError where it is no address, holds a password, or the key would be sent in the open.
 */
export function allowAddress(
  written: string,
  gateway: string,
  kind: GatewayKind,
  key?: string | undefined,
): AllowedAddress {
  const url = URL.canParse(written.trim()) ? new URL(written.trim()) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    throw new AddressRefusedError(
      `The address for ${gateway} must begin with https:// or http://; "${withoutSecrets(written)}" does not.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new AddressRefusedError(
      `The address for ${gateway} must hold no user name or password; give a key apart from it.`,
    );
  const secret = key || undefined;
  if (secret !== undefined && url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new AddressRefusedError(
      `The key of ${gateway} is not sent over plain http to ${url.host}; use https.`,
    );
  url.hash = '';
  const { path } = GATEWAY_FORMATS[kind];
  const needsPath = url.pathname === '/' && path !== null;
  return new AllowedAddress(needsPath ? new URL(path, url) : url, secret);
}

/** An address as it may be printed and kept: a query or a user name may hold a secret. */
export const shownAddress = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

const withoutSecrets = (written: string): string => written.replace(/\/\/[^/@]*@/, '//').replace(/\?.*/s, '');
