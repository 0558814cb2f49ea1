// The keys of live tests as a person sets and forgets them: each for one host, chosen from those that are known.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { TeamConfig } from '../teamConfig.ts';
import { askKey } from './askMissing.ts';
import { type HostKeys, typedHost } from './hostKeys.ts';
import { type HostsHere, knownHosts } from './knownHosts.ts';
import { smokeSettings } from './settings.ts';

interface KeyParts {
  readonly catalog: Catalog;
  readonly config: Pick<TeamConfig, 'of'>;
  readonly keys: HostKeys;
}

/** Asks for a host and for its key, and keeps it. */
export async function setKey({ catalog, config, keys }: KeyParts): Promise<void> {
  const here = { location: smokeSettings().location, kept: await keys.hosts(), gateways: gatewaysOf(config) };
  const bound = await pickHost(catalog, here);
  if (bound !== undefined) await askKey(bound, keys);
}

/** The gateways of every root folder. A workspace that nobody trusts proposes no host. */
function gatewaysOf(config: Pick<TeamConfig, 'of'>): HostsHere['gateways'] {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  return Object.fromEntries(folders.flatMap(({ uri }) => Object.entries(config.of(uri).gateways ?? {})));
}

/** A host of the catalog or of a kept key, or whatever is typed. Undefined where the person leaves. */
function pickHost(catalog: Catalog, here: HostsHere): Promise<string | undefined> {
  const known: readonly vscode.QuickPickItem[] = knownHosts(catalog, here).map(({ host, who }) => ({
    label: host,
    description: who,
  }));
  const quick = vscode.window.createQuickPick();
  Object.assign(quick, {
    title: vscode.l10n.t('Set Key: for which host?'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  quick.placeholder = vscode.l10n.t(
    'Only this host will ever get the key. Choose one, or type a host or an https address.',
  );
  quick.items = known;
  quick.onDidChangeValue((text) => {
    const typed = typedHost(text);
    const isNew = typed !== null && /[.:]/.test(typed) && known.every(({ label }) => label !== typed);
    // A whole address finds its host, although it is longer than the host's name.
    const shown = known.map((item) => (item.label === typed ? { ...item, alwaysShow: true } : item));
    quick.items = isNew
      ? [...shown, { label: typed, description: vscode.l10n.t('as typed'), alwaysShow: true }]
      : shown;
  });
  return new Promise((resolve) => {
    quick.onDidAccept(() => {
      resolve(quick.activeItems[0]?.label);
      quick.hide();
    });
    quick.onDidHide(() => {
      resolve(undefined);
      quick.dispose();
    });
    quick.show();
  });
}

/** Asks which key is to be forgotten. */
export async function forgetKey(keys: HostKeys): Promise<void> {
  const hosts = await keys.hosts();
  if (hosts.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Veo Audit: no key is kept'), 4000);
    return;
  }
  const host = await vscode.window.showQuickPick(hosts, {
    title: vscode.l10n.t('Forget the key for which host?'),
  });
  if (host === undefined) return;
  await keys.forget(host);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Veo Audit: key for {0} forgotten', host), 4000);
}
