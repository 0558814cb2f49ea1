// "Create veo-audit.yaml": a commented start with a contract for each route, never over an existing file.
import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../contracts/configFile.ts';
import type { FoundRoute } from '../../contracts/match.ts';
import { type PlaceClaim, placeOfFile } from '../../detect/place/place.ts';
import { plainLine } from '../../outlets/plain.ts';
import type { AuditStore } from '../auditStore.ts';
import { routesInWords } from '../countWords.ts';
import { editorFiles } from '../editorFiles.ts';
import { pickFolder } from '../pickFolder.ts';
import { configUri } from '../teamConfig.ts';
import type { WorkspaceScan } from '../workspaceScan.ts';
import { scanWorkspace } from './scan.ts';

/** Writes the file into a root folder (asked for where there are several) and opens it. */
export async function createConfig(store: AuditStore, scan: WorkspaceScan): Promise<void> {
  const folder = await pickFolder();
  if (folder === undefined) return;
  const uri = configUri(folder);
  if ((await editorFiles(folder.uri).kindOf(CONFIG_FILE)) === null) {
    // A contract for each route: all files must have been looked at.
    if (!scan.isComplete) await scanWorkspace(scan, store);
    await store.settled();
    const text = await firstText(folder, store);
    if (text === null) return;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(uri);
}

async function firstText(folder: vscode.WorkspaceFolder, store: AuditStore): Promise<string | null> {
  const audit = store.folder(folder)?.audit;
  const [{ foundRoutes }, { initialConfig }] = await Promise.all([
    import('../../audit/contractAudit.ts'),
    import('../../config/init.ts'),
  ]);
  if (audit === undefined) return null;
  const { catalog, asOf } = audit.inputs;
  const layers = audit.layers();
  const places = new Map(layers.map(({ document }) => [document.path, placeOfFile(document)]));
  const chosen = await chooseRoutes(foundRoutes(layers, CONFIG_FILE), places);
  return chosen === undefined ? null : initialConfig(chosen, catalog, asOf);
}

/** Asks which files' routes get a contract: tests, docs and samples promise nothing. Undefined where the user gave up. */
async function chooseRoutes(
  found: readonly FoundRoute[],
  places: ReadonlyMap<string, PlaceClaim>,
): Promise<readonly FoundRoute[] | undefined> {
  const files = [...new Set(found.map(({ file }) => file))];
  if (files.length === 0) return [];
  const items = files.map((file) => {
    const { place = 'production', evidence = null } = places.get(file) ?? {};
    const count = routesInWords(found.filter((one) => one.file === file).length);
    return {
      label: plainLine(file),
      description: [count, place].join(' · '),
      ...(evidence === null ? {} : { detail: plainLine(`${place}: ${evidence}`) }),
      picked: place === 'production',
      file,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which routes get a contract in veo-audit.yaml?'),
    placeHolder: vscode.l10n.t('Files for production are ticked.'),
    canPickMany: true,
  });
  const chosen = picked && new Set(picked.map(({ file }) => file));
  return chosen && found.filter(({ file }) => chosen.has(file));
}
