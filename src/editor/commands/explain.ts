// "Explain Model ID": everything known of an ID, as a page of the report.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day, SurfaceId } from '../../catalog/types.ts';
import { modelDetail } from '../../report/detail/model.ts';
import { type AuditStore, referenceAt } from '../auditStore.ts';
import type { OptionsFor } from '../folderInputs.ts';
import type { ReportPanel } from '../reportPanel.ts';

/** What to explain. */
export interface Explained {
  readonly id: string;
  readonly surface: SurfaceId;
  readonly asOf: Day;
  /** The resource that asks, whose folder may have prices of its own. */
  readonly from?: string;
}

/** What explanations are made from. */
export interface ExplainParts {
  readonly store: AuditStore;
  readonly catalog: Catalog;
  readonly optionsFor: OptionsFor;
  readonly panel: ReportPanel;
}

/** Explains what a link names, otherwise the ID at the cursor, otherwise one that is asked for. */
export async function explain(
  given: Explained | undefined,
  { store, catalog, optionsFor, panel }: ExplainParts,
  today: Day,
): Promise<void> {
  const explained = isExplained(given) ? given : (atCursor(store) ?? (await ask(catalog, today)));
  if (explained === undefined) return;
  const { id, surface, asOf, from } = explained;
  await panel.showDetail(() => {
    const facts = from === undefined ? null : optionsFor(vscode.Uri.parse(from));
    return modelDetail(facts?.catalog ?? catalog, id, surface, asOf);
  });
}

/** Links come from documents, so what they carry is checked. */
function isExplained(given: Explained | undefined): given is Explained {
  return (
    typeof given === 'object' &&
    typeof given?.id === 'string' &&
    typeof given.surface === 'string' &&
    typeof given.asOf === 'string' &&
    (given.from === undefined || typeof given.from === 'string')
  );
}

function atCursor(store: AuditStore): Explained | undefined {
  const editor = vscode.window.activeTextEditor;
  const resource = editor && store.of(editor.document);
  if (editor === undefined || resource === undefined) return undefined;
  const reference = referenceAt(resource, editor.selection.active);
  return (
    reference && {
      id: reference.id,
      surface: reference.surface,
      asOf: resource.asOf,
      from: resource.uri.toString(),
    }
  );
}

async function ask(catalog: Catalog, asOf: Day): Promise<Explained | undefined> {
  const ids = catalog.models.filter((model) => model.family.startsWith('veo')).map((model) => model.id);
  const id = await vscode.window.showQuickPick(ids, {
    title: vscode.l10n.t('Explain a Veo model ID'),
    placeHolder: 'veo-3.1-generate-001',
  });
  return id === undefined ? undefined : { id, surface: 'unknown', asOf };
}
