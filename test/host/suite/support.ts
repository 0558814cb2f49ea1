// What suites share: opening files, waiting for what the extension says, and saying it in one line.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const EXTENSION = 'veo-route-audit.veo-route-audit';
/** A ceiling for busy machines: what is waited for is an event, never this time. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 20;

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION);
  assert.ok(found !== undefined, `${EXTENSION} is installed`);
  return found;
}

/** The root folder that is open, or the one with a name. */
export function root(name?: string): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = name === undefined ? folders[0] : folders.find((candidate) => candidate.name === name);
  assert.ok(folder !== undefined, 'a workspace is open');
  return folder.uri;
}

/** A file of the workspace by its path. */
export function file(path: string, folder: vscode.Uri = root()): vscode.Uri {
  return vscode.Uri.joinPath(folder, path);
}

/** Shows a file in an editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Writes a file behind the editor's back. */
export async function write(path: string, text: string, folder: vscode.Uri = root()): Promise<vscode.Uri> {
  const uri = file(path, folder);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Deletes a file or folder behind the editor's back. */
export async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true });
}

/** Closes every editor, without saving, also those that are not in sight: of unsaved text the editor would ask. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until `look` gives something other than undefined or false. @throws Error that says what never happened. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Long enough for a list to be shown with its items and their ticks. */
const LIST_MS = 2_000;

/**
 * Accepts a list of ticked items once it is there, and again until what follows from it is done. A list that is
 * accepted between being shown and being filled answers with nothing ticked, so this never hurries.
 */
export function acceptTicked(what: string, isDone: () => boolean): Promise<boolean> {
  return until(what, async () => {
    if (isDone()) return true;
    await new Promise((resolve) => setTimeout(resolve, LIST_MS));
    if (!isDone()) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone();
  });
}

/** The extension's own squiggles in a resource. */
export function squiggles(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Veo Audit');
}

/** The rules of a resource's squiggles. */
export function rulesOf(uri: vscode.Uri): readonly string[] {
  return squiggles(uri).map(ruleOf);
}

/** Waits until a resource's squiggles are exactly of these rules. */
export async function untilRules(uri: vscode.Uri, ...rules: readonly string[]): Promise<void> {
  const wanted = rules.join();
  try {
    await until(wanted, () => rulesOf(uri).join() === wanted);
  } catch {
    assert.deepEqual(rulesOf(uri), rules, `the squiggles of ${uri.path}`);
  }
}

/** The rule that a squiggle is of: its code. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** `7:24-44 error shut-down-model struck`: a squiggle with 1-based lines and columns. */
export function inOneLine(diagnostic: vscode.Diagnostic): string {
  const { start, end } = diagnostic.range;
  const place = `${start.line + 1}:${start.character + 1}-${end.line === start.line ? '' : `${end.line + 1}:`}${end.character + 1}`;
  const struck = diagnostic.tags?.includes(vscode.DiagnosticTag.Deprecated) ? ' struck' : '';
  return `${place} ${SEVERITIES[diagnostic.severity]} ${ruleOf(diagnostic)}${struck}`;
}

/** Where a text begins in a document; `nth` counts from 0. */
export function placeOf(document: vscode.TextDocument, text: string, nth = 0): vscode.Range {
  let at = document.getText().indexOf(text);
  for (let index = 0; index < nth && at >= 0; index++) at = document.getText().indexOf(text, at + 1);
  assert.ok(at >= 0, `${document.uri.path} holds "${text}"`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Scans the workspace and waits for the end. */
export async function scan(): Promise<void> {
  await vscode.commands.executeCommand('veoAudit.scanWorkspace');
}

/** Sets one of the extension's settings for the workspace; undefined removes it. */
export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('veoAudit')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
