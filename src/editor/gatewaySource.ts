// Where a gateway's catalog is read from: only what the user has allowed, never what a workspace alone says.
import * as vscode from 'vscode';
import type { CatalogSource } from '../checks/checkGateway.ts';
import type { GatewaySubject } from '../checks/checkSnapshot.ts';
import type { AllowedAddress } from '../gateway/address.ts';
import type { SnapshotStore } from '../gateway/world.ts';
import { plainLine } from '../outlets/plain.ts';
import { textOf } from './readFile.ts';
import { SECTION, setting } from './settings.ts';
import { type HostKeys, typedHost } from './smoke/hostKeys.ts';

/** The user's own setting: addresses by the gateway's name. No workspace can set it. */
const SETTING = 'gatewayUrls';

type Pick = vscode.QuickPickItem & { readonly source: () => Promise<CatalogSource | undefined> };

/** Asks where the catalog comes from; undefined where the user leaves it. */
export async function allowedSource(
  subject: GatewaySubject,
  store: SnapshotStore,
  keys: HostKeys,
): Promise<CatalogSource | undefined> {
  const { gateway, settings } = subject;
  const own = allowedUrls()[gateway];
  const kept = (await store.list(gateway, settings)).at(-1);
  const picks: readonly (Pick | null)[] = [
    own === undefined
      ? null
      : {
          label: `Ask ${own}`,
          description: 'allowed in your settings',
          source: () => fetched(own, subject, keys),
        },
    named(subject, own, keys),
    {
      label: 'Ask an address…',
      description: 'that you type',
      source: () => typed(subject, keys),
    },
    { label: 'Read a saved answer…', description: 'nothing is asked', source: saved },
    kept === undefined
      ? null
      : {
          label: `Show the snapshot of ${kept.day}`,
          description: 'nothing is asked',
          source: async () => ({ kind: 'kept' }),
        },
  ];
  const picked = await vscode.window.showQuickPick(
    picks.filter((pick) => pick !== null),
    { title: `Catalog of the gateway ${gateway}`, placeHolder: 'Where does the catalog come from?' },
  );
  return picked?.source();
}

function allowedUrls(): Readonly<Record<string, string>> {
  return setting<Readonly<Record<string, string>>>(SETTING, {});
}

/** What veo-audit.yaml says, which somebody else may have written: the user is asked first. Of an untrusted workspace nothing is known here. */
function named(subject: GatewaySubject, own: string | undefined, keys: HostKeys): Pick | null {
  const { url } = subject.settings;
  if (url === undefined || url === own) return null;
  return {
    label: `Ask ${url}…`,
    description: 'named by veo-audit.yaml',
    source: () => confirmed(url, subject, keys),
  };
}

async function confirmed(
  url: string,
  subject: GatewaySubject,
  keys: HostKeys,
): Promise<CatalogSource | undefined> {
  const [once, always] = ['Ask Once', 'Always Allow'];
  const withKey =
    (await keyFor(url, keys)) === undefined ? 'No key is sent' : 'The key that you set for this host is sent';
  const picked = await vscode.window.showWarningMessage(
    plainLine(`Ask ${url} for the catalog of ${subject.gateway}?`),
    { modal: true, detail: `veo-audit.yaml names this address. ${withKey}.` },
    once,
    always,
  );
  if (picked === undefined) return undefined;
  if (picked === always) {
    const settings = vscode.workspace.getConfiguration(SECTION, null);
    const urls = { ...allowedUrls(), [subject.gateway]: url };
    await settings.update(SETTING, urls, vscode.ConfigurationTarget.Global);
  }
  return fetched(url, subject, keys);
}

async function typed(subject: GatewaySubject, keys: HostKeys): Promise<CatalogSource | undefined> {
  const url = await vscode.window.showInputBox({
    title: `Address of the catalog of ${subject.gateway}`,
    placeHolder: 'https://llm.example.com',
    prompt: 'A host alone gets the path that gateways of this kind have.',
    ignoreFocusOut: true,
  });
  return url === undefined || url.trim() === '' ? undefined : fetched(url, subject, keys);
}

async function fetched(
  url: string,
  { gateway, settings }: GatewaySubject,
  keys: HostKeys,
): Promise<CatalogSource> {
  const { allowAddress } = await import('../gateway/address.ts');
  const address: AllowedAddress = allowAddress(url, gateway, settings.kind, await keyFor(url, keys));
  return { kind: 'fetch', address };
}

/** The key that the user gave for the host. */
async function keyFor(url: string, keys: HostKeys): Promise<string | undefined> {
  const host = typedHost(url);
  if (host === null) return undefined;
  const bound = (await keys.bound()).find(({ hosts }) => hosts.includes(host));
  return bound?.secret();
}

async function saved(): Promise<CatalogSource | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: 'A saved answer of the gateway, or a snapshot',
      filters: { JSON: ['json'] },
    })) ?? [];
  if (uri === undefined) return undefined;
  const text = await textOf(uri, 'snapshot');
  const from = vscode.workspace.asRelativePath(uri);
  if (text === null) throw new Error(`${from} cannot be read.`);
  return { kind: 'saved', text, from, day: /\d{4}-\d{2}-\d{2}/.exec(from)?.[0] ?? null };
}
