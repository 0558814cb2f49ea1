// Where a gateway's catalog is read from: only what the user has allowed, never what a workspace alone says.
import * as vscode from 'vscode';
import type { CatalogSource } from '../checks/checkGateway.ts';
import type { GatewaySubject } from '../checks/checkSnapshot.ts';
import type { AllowedAddress } from '../gateway/address.ts';
import type { SnapshotStore } from '../gateway/world.ts';
import { plainLine } from '../outlets/plain.ts';
import { textIfAny } from '../workspace/files.ts';
import { editorFiles } from './editorFiles.ts';
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
          label: vscode.l10n.t('Ask {0}', own),
          description: vscode.l10n.t('allowed in your settings'),
          source: () => fetched(own, subject, keys),
        },
    named(subject, own, keys),
    {
      label: vscode.l10n.t('Ask an address…'),
      description: vscode.l10n.t('that you type'),
      source: () => typed(subject, keys),
    },
    {
      label: vscode.l10n.t('Read a saved answer…'),
      description: vscode.l10n.t('nothing is asked'),
      source: saved,
    },
    kept === undefined
      ? null
      : {
          label: vscode.l10n.t('Show the snapshot of {0}', kept.day),
          description: vscode.l10n.t('nothing is asked'),
          source: async () => ({ kind: 'kept' }),
        },
  ];
  const picked = await vscode.window.showQuickPick(
    picks.filter((pick) => pick !== null),
    {
      title: vscode.l10n.t('Catalog of the gateway {0}', gateway),
      placeHolder: vscode.l10n.t('Where does the catalog come from?'),
    },
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
    label: vscode.l10n.t('Ask {0}…', url),
    description: vscode.l10n.t('named by veo-audit.yaml'),
    source: () => confirmed(url, subject, keys),
  };
}

async function confirmed(
  url: string,
  subject: GatewaySubject,
  keys: HostKeys,
): Promise<CatalogSource | undefined> {
  const [once, always] = [vscode.l10n.t('Ask Once'), vscode.l10n.t('Always Allow')];
  const withKey =
    (await keyFor(url, keys)) === undefined
      ? vscode.l10n.t('veo-audit.yaml names this address. No key is sent.')
      : vscode.l10n.t('veo-audit.yaml names this address. The key that you set for this host is sent.');
  const picked = await vscode.window.showWarningMessage(
    plainLine(vscode.l10n.t('Ask {0} for the catalog of {1}?', url, subject.gateway)),
    { modal: true, detail: withKey },
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
    title: vscode.l10n.t('Address of the catalog of {0}', subject.gateway),
    placeHolder: 'https://llm.example.com',
    prompt: vscode.l10n.t('A host alone gets the path that gateways of this kind have.'),
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
      title: vscode.l10n.t('A saved answer of the gateway, or a snapshot'),
      filters: { JSON: ['json'] },
    })) ?? [];
  if (uri === undefined) return undefined;
  const text = await textIfAny(editorFiles(uri), '', 'snapshot');
  const from = vscode.workspace.asRelativePath(uri);
  if (text === null) throw new Error(vscode.l10n.t('{0} cannot be read.', from));
  return { kind: 'saved', text, from, day: /\d{4}-\d{2}-\d{2}/.exec(from)?.[0] ?? null };
}
