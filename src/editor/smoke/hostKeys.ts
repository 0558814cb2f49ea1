// Keys of live tests: in the editor's secret storage alone, each under the host that it was given for.
import * as vscode from 'vscode';
import { type BoundKey, fixedKey, hostOf } from '../../smoke/keys.ts';
import { SHORTEST_KEY } from '../../smoke/redact.ts';

/** The one secret that holds all keys, so that not even their hosts are kept anywhere else. */
const SECRET = 'veoAudit.smoke.keys';

/** A host as keys are bound to it, from what a person types: a host name or an address. Null for none. */
export function typedHost(text: string): string | null {
  const trimmed = text.trim();
  return hostOf(trimmed.includes('://') ? trimmed : `https://${trimmed}`);
}

/** What is wrong with a key that a person types; null where nothing is. */
export function typedKeyFault(key: string): string | null {
  if (!/^\S+$/.test(key)) return vscode.l10n.t('A key is one word.');
  return key.length < SHORTEST_KEY ? vscode.l10n.t('A key has at least {0} characters.', SHORTEST_KEY) : null;
}

export class HostKeys {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** The hosts that have a key, sorted. */
  async hosts(): Promise<readonly string[]> {
    return [...(await this.#read()).keys()].sort();
  }

  async set(host: string, key: string): Promise<void> {
    await this.#write((await this.#read()).set(host, key));
  }

  async forget(host: string): Promise<void> {
    const keys = await this.#read();
    keys.delete(host);
    await this.#write(keys);
  }

  /** All keys, each bound to its host. In an untrusted workspace none is used. */
  async bound(): Promise<readonly BoundKey[]> {
    if (!vscode.workspace.isTrusted) return [];
    return [...(await this.#read())].map(([host, key]) => fixedKey([host], key));
  }

  async #read(): Promise<Map<string, string>> {
    const stored: unknown = JSON.parse((await this.#secrets.get(SECRET)) ?? '[]');
    const pairs = Array.isArray(stored) ? stored : [];
    return new Map(pairs.filter(isPair));
  }

  async #write(keys: ReadonlyMap<string, string>): Promise<void> {
    if (keys.size === 0) await this.#secrets.delete(SECRET);
    else await this.#secrets.store(SECRET, JSON.stringify([...keys]));
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}
