// "Go to Next Finding": through the open file, then through the others, then around.
import * as vscode from 'vscode';
import { type AuditedResource, type AuditStore, shownFindings } from '../auditStore.ts';

interface Stop {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** Moves to the finding behind the cursor. */
export async function goToNextFinding(store: AuditStore): Promise<void> {
  const stops = store.all().flatMap(stopsOf);
  const next = stopAfter(stops, vscode.window.activeTextEditor) ?? stops[0];
  if (next === undefined) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Veo Audit: no findings'), 3000);
    return;
  }
  const editor = await vscode.window.showTextDocument(next.uri, { selection: next.range });
  editor.revealRange(next.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const stopsOf = (resource: AuditedResource): Stop[] =>
  shownFindings(resource.audit).map((finding) => ({ uri: resource.uri, range: resource.range(finding) }));

function stopAfter(stops: readonly Stop[], editor: vscode.TextEditor | undefined): Stop | undefined {
  if (editor === undefined) return undefined;
  const here = editor.document.uri.toString();
  const last = stops.findLastIndex((stop) => stop.uri.toString() === here);
  const inFile = stops.find(
    (stop) => stop.uri.toString() === here && stop.range.start.isAfter(editor.selection.start),
  );
  return inFile ?? (last < 0 ? undefined : stops[(last + 1) % stops.length]);
}
