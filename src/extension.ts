// The extension, desktop and web: what there is, in the order in which it depends on each other.
import * as vscode from 'vscode';
import { bundledCatalog } from './catalog/bundled.ts';
import { registerAssistant } from './editor/assistant/register.ts';
import { AuditStore } from './editor/auditStore.ts';
import { ChecklistTree } from './editor/checklistTree.ts';
import { Clock } from './editor/clock.ts';
import { registerCodeLens } from './editor/codeLens.ts';
import type { RefreshInstead } from './editor/commands/refreshFacts.ts';
import { registerCommands } from './editor/commands/register.ts';
import { registerComparedCost } from './editor/comparedCost.ts';
import { registerCompletion } from './editor/completion.ts';
import { registerConfigAssist } from './editor/configAssist.ts';
import { registerConfigLens } from './editor/configLens.ts';
import { showDiagnostics } from './editor/diagnostics.ts';
import { firstScan } from './editor/firstScan.ts';
import { inputsNow, inputsOf } from './editor/folderInputs.ts';
import { grammarLoader, grammarsOnce } from './editor/grammarFiles.ts';
import { registerHover } from './editor/hover.ts';
import { registerInlayHints } from './editor/inlayHints.ts';
import { JoinedTree } from './editor/joinedTree.ts';
import { showLanguageStatus } from './editor/languageStatus.ts';
import { LiveDocuments } from './editor/liveDocuments.ts';
import { openLog } from './editor/log.ts';
import { registerMigration } from './editor/migrate.ts';
import { registerNameHover } from './editor/nameHover.ts';
import { optionsReader, refreshOnChange } from './editor/options.ts';
import { platform } from './editor/platform/desktop.ts';
import { registerQuickFixes } from './editor/quickFixes.ts';
import { TeamRecords } from './editor/records.ts';
import { ReportPanel } from './editor/reportPanel.ts';
import { RoutesTree, showRoutesView } from './editor/routesView.ts';
import { rulePages } from './editor/rulePages.ts';
import { ScannedFiles } from './editor/scannedFiles.ts';
import { showScanProgress } from './editor/scanProgress.ts';
import { settingsFor } from './editor/settings.ts';
import { evidencePage } from './editor/smoke/evidencePage.ts';
import { EvidenceTree } from './editor/smoke/evidenceTree.ts';
import { HostKeys } from './editor/smoke/hostKeys.ts';
import { registerSmoke, type SmokeHooks } from './editor/smoke/register.ts';
import { showStatusBar } from './editor/statusBar.ts';
import { registerTasks } from './editor/tasks.ts';
import { TeamConfig } from './editor/teamConfig.ts';
import { WorkspaceFacts } from './editor/workspaceFacts.ts';
import { readIfFile, WorkspaceScan } from './editor/workspaceScan.ts';
import { messageOf } from './thrown.ts';
import { speak } from './words/words.ts';
import { ReaderClient } from './workspace/reader/readerClient.ts';

/** What answers coding assistants is a bundle of its own, and needs folders on a disk. */
const loadAssistant =
  platform.name === 'desktop' ? async () => (await import('./assistant.ts')).assistant : undefined;

interface TestHooks {
  readonly smoke: SmokeHooks;
  readonly refresh: RefreshInstead;
}

/** The hooks are there for tests in a real editor alone. */
export function activate(context: vscode.ExtensionContext): TestHooks | undefined {
  // What knows no editor speaks the same language.
  if (vscode.l10n.bundle !== undefined) speak(vscode.l10n.bundle);
  const log = openLog();
  const catalog = bundledCatalog();
  const clock = new Clock();
  const config = new TeamConfig(log);
  const pages = rulePages(context.extensionUri);
  const facts = new WorkspaceFacts(catalog, log);
  const optionsFor = optionsReader(facts, clock, config);
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const grammar = grammarLoader(vscode.Uri.joinPath(dist, 'grammars'));
  const reader = new ReaderClient({ start: () => platform.startReader(dist), grammar });
  const records = new TeamRecords();
  const team = { optionsFor, config, records, isComplete: () => scan.isComplete };
  const store = new AuditStore({
    optionsFor,
    inputsNow: (folder) => inputsNow(folder, team),
    inputs: (folder) => inputsOf(folder, team),
    reading: reader.reading,
    readFile: readIfFile,
    isScanned: (uri) => new ScannedFiles().has(uri),
    onError: (error) => log.error(`Files could not be audited: ${messageOf(error)}`),
  });
  const scan: WorkspaceScan = new WorkspaceScan(store, config, platform, log);
  const tree = new RoutesTree(store, config);
  const keys = new HostKeys(context.secrets);
  const version: string = context.extension.packageJSON.version;
  const filesRead = () => scan.counts.files;
  const { extensionUri } = context;
  const asOf = () => settingsFor(undefined).asOf ?? clock.today;
  const common = { store, catalog, clock, scan, platform, log, version };
  const panel = new ReportPanel({ ...common, team, asOf, extensionUri, filesRead, evidencePage });
  const refreshInstead: RefreshInstead = {};
  const commands = { ...common, team, asOf, keys, tree, pages, panel, facts, refreshInstead };
  const smoke = registerSmoke({ ...common, context, config, facts, panel });

  context.subscriptions.push(
    log,
    clock,
    config,
    records,
    facts,
    store,
    reader,
    scan,
    showDiagnostics(store, pages),
    showRoutesView(new JoinedTree([tree, new ChecklistTree(store, team), new EvidenceTree()]), store),
    showStatusBar({ store, catalog, clock, scan }),
    showScanProgress(scan),
    showLanguageStatus(scan),
    new LiveDocuments(store, (uri) => scan.reread(uri)),
    refreshOnChange({ store, scan, clock, config, records, facts }),
    registerHover(store),
    registerNameHover(store),
    registerInlayHints(store),
    registerCodeLens(store),
    registerQuickFixes(store, platform.smoke !== undefined),
    registerMigration(store, grammarsOnce(grammar)),
    registerCompletion(optionsFor),
    registerComparedCost({ optionsFor, reading: reader.reading }, store),
    registerConfigAssist(),
    registerTasks(),
    registerConfigLens(store, team),
    registerCommands(commands),
    panel,
    smoke,
    registerAssistant({ extension: context.extension, load: loadAssistant, facts, clock }),
    firstScan(store, scan, config, facts),
  );
  return smoke.hooks === undefined ? undefined : { smoke: smoke.hooks, refresh: refreshInstead };
}
