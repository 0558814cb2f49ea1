// "Check whether it still answers": one free question to a surface, after a yes, with the key for that host alone.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { SurfaceId } from '../../catalog/types.ts';
import { notice } from '../../outlets/plain.ts';
import type { Probe } from '../../refresh/probe.ts';
import { FAMILIES, familyOf } from '../../smoke/endpoints/index.ts';
import { plainRoute } from '../../smoke/testedRoute.ts';
import type { SmokeRoute } from '../../smoke/types.ts';
import { pickFolder } from '../pickFolder.ts';
import { askKey } from './askMissing.ts';
import type { HostKeys } from './hostKeys.ts';
import { requireTrust } from './runs.ts';
import { smokeSettings } from './settings.ts';
import type { ProbeQuestion, SmokeEngine } from './types.ts';

export interface ProbeParts {
  readonly catalogOf: (uri: vscode.Uri) => Catalog;
  readonly keys: HostKeys;
  readonly engine: () => Promise<SmokeEngine>;
  readonly confirm: (question: ProbeQuestion) => Promise<boolean>;
  /** Where the question goes that belongs to the address of a surface. */
  readonly addressOf: (own: string) => string;
  /** Called when an answer was kept. */
  readonly kept: () => void;
}

/** What a quick fix asks about. Links carry what they like, so all of it is checked. */
export interface ProbeRequest {
  readonly id: string;
  readonly surface: string;
  readonly uri: string;
}

/** Asks, keeps the answer and says it; undefined where a person left. @throws NothingSent in an untrusted workspace */
export async function probeModel(
  request: ProbeRequest | undefined,
  parts: ProbeParts,
): Promise<Probe | undefined> {
  requireTrust();
  const folder = await folderOf(request);
  if (request === undefined || folder === undefined) return undefined;
  const catalog = parts.catalogOf(folder.uri);
  const surface = await surfaceOf(String(request.id), String(request.surface), catalog);
  if (surface === undefined) return undefined;
  const route = routeOf(String(request.id), surface, parts);
  const host = new URL(route.baseUrl).host;
  const engine = await parts.engine();
  const hasKey = (await parts.keys.hosts()).includes(host);
  // Vertex AI can be asked with the credentials that Google's own tool left on this machine.
  if (!hasKey && route.family !== 'vertex-ai' && !(await askKey(host, parts.keys))) return undefined;
  const keys = await parts.keys.bound();
  const probe = await engine.probe(route, { folder: folder.uri.fsPath, keys, confirm: parts.confirm });
  if (probe === null) return undefined;
  parts.kept();
  say(probe, catalog);
  return probe;
}

async function folderOf(request: ProbeRequest | undefined): Promise<vscode.WorkspaceFolder | undefined> {
  const uri = request === undefined ? undefined : vscode.Uri.parse(String(request.uri));
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? pickFolder();
}

/** The surface of the finding; where none is known, one of those that had the ID is picked. */
async function surfaceOf(id: string, surface: string, catalog: Catalog): Promise<SurfaceId | undefined> {
  const own = Object.keys(catalog.model(id)?.surfaces ?? {});
  if (own.includes(surface)) return surface;
  if (own.length < 2) return own[0];
  const items = own.map((one) => ({ label: catalog.surface(one)?.name ?? one, one }));
  return (
    await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Ask which surface for {0}?', id) })
  )?.one;
}

function routeOf(
  model: string,
  surface: SurfaceId,
  { addressOf }: Pick<ProbeParts, 'addressOf'>,
): SmokeRoute {
  const family = familyOf(surface, model);
  const location = family === 'vertex-ai' ? smokeSettings().location : null;
  const own = FAMILIES[family].publicBaseUrl(location);
  if (own === null) throw new Error(vscode.l10n.t('{0} has no address of its own to ask.', surface));
  return plainRoute({ model, surface, family, baseUrl: addressOf(own), location });
}

/** Names the address and the key, and waits for a yes. */
export async function confirmProbe({ url, host, model }: ProbeQuestion): Promise<boolean> {
  const ask = vscode.l10n.t('Ask');
  const detail = `GET ${url}\n\n${vscode.l10n.t('Once, free of charge, with the key for {0} alone. The answer is kept in .veo-audit/probes.', host)}`;
  const title = notice(vscode.l10n.t('Ask {0} whether it still has {1}?', host, model));
  return (await vscode.window.showInformationMessage(title, { modal: true, detail }, ask)) === ask;
}

function answerWords(answer: Probe['answer'], surface: string, model: string, said: string): string {
  switch (answer) {
    case 'listed':
      return vscode.l10n.t('Veo Audit: {0} still lists {1}: {2}.', surface, model, said);
    case 'gone':
      return vscode.l10n.t('Veo Audit: {0} does not have {1}: {2}.', surface, model, said);
    case 'not-listed':
      return vscode.l10n.t('Veo Audit: {0} does not list {1}: {2}.', surface, model, said);
    case 'nothing':
      return vscode.l10n.t('Veo Audit: {0} did not say whether it has {1}: {2}.', surface, model, said);
  }
}

function say({ answer, model, surface, said }: Probe, catalog: Catalog): void {
  const name = catalog.surface(surface)?.name ?? surface;
  const text = notice(answerWords(answer, name, model, said));
  if (answer === 'nothing') void vscode.window.showWarningMessage(text);
  else void vscode.window.showInformationMessage(text);
}
