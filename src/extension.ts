// The extension, desktop and web: what there is, in the order in which it depends on each other.
import * as vscode from 'vscode';
import { bundledCatalog } from './catalog/bundled.ts';
import { AuditStore } from './editor/auditStore.ts';
import { Clock } from './editor/clock.ts';
import { registerCodeLens } from './editor/codeLens.ts';
import { registerCardPages } from './editor/commands/explain.ts';
import { registerCommands } from './editor/commands/register.ts';
import { registerCompletion } from './editor/completion.ts';
import { showDiagnostics } from './editor/diagnostics.ts';
import { firstScan } from './editor/firstScan.ts';
import { registerHover } from './editor/hover.ts';
import { registerInlayHints } from './editor/inlayHints.ts';
import { showLanguageStatus } from './editor/languageStatus.ts';
import { LiveDocuments } from './editor/liveDocuments.ts';
import { openLog } from './editor/log.ts';
import { optionsReader, refreshOnChange } from './editor/options.ts';
import { platform } from './editor/platform/desktop.ts';
import { registerQuickFixes } from './editor/quickFixes.ts';
import { deepLook } from './editor/routeLook.ts';
import { RoutesTree, showRoutesView } from './editor/routesView.ts';
import { rulePages } from './editor/rulePages.ts';
import { WithEvidence, withoutEvidence } from './editor/smoke/evidenceTree.ts';
import { registerSmoke, type SmokeHooks } from './editor/smoke/register.ts';
import { showStatusBar } from './editor/statusBar.ts';
import { TeamConfig } from './editor/teamConfig.ts';
import { WorkspaceScan } from './editor/workspaceScan.ts';

/** The hooks are there for tests in a real editor alone. */
export function activate(context: vscode.ExtensionContext): { readonly smoke: SmokeHooks } | undefined {
  const log = openLog();
  const catalog = bundledCatalog();
  const clock = new Clock();
  const config = new TeamConfig(log);
  const pages = rulePages(context.extensionUri);
  const optionsFor = withoutEvidence(optionsReader(catalog, clock, config));
  const grammars = vscode.Uri.joinPath(context.extensionUri, 'dist', 'grammars');
  const store = new AuditStore(optionsFor, deepLook(catalog, grammars));
  const scan = new WorkspaceScan(store, config, platform, log);
  const tree = new RoutesTree(store, catalog);
  const version: string = context.extension.packageJSON.version;
  const smoke = registerSmoke({ context, store, catalog, clock, config, scan, platform, log, version });

  context.subscriptions.push(
    log,
    clock,
    config,
    store,
    scan,
    showDiagnostics(store, pages),
    showRoutesView(new WithEvidence(tree), store),
    showStatusBar(store, catalog, clock),
    showLanguageStatus(scan),
    new LiveDocuments(store, (uri) => scan.reread(uri)),
    refreshOnChange(store, scan, clock, config),
    registerHover(store, catalog),
    registerInlayHints(store, catalog),
    registerCodeLens(store, catalog),
    registerQuickFixes(store, catalog),
    registerCompletion(catalog, optionsFor),
    registerCardPages(catalog),
    registerCommands({ store, catalog, clock, scan, tree, pages, platform, log, version }),
    smoke,
    firstScan(store, scan, config),
  );
  return smoke.hooks === undefined ? undefined : { smoke: smoke.hooks };
}
