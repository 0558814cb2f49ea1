// "Explain ID": everything known of an ID, as a page of its own.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day, SurfaceId } from '../../catalog/types.ts';
import { cardOf } from '../../explain/card.ts';
import { defaultRequestCost, hintOf } from '../../explain/hint.ts';
import { cardMarkdown } from '../../explain/markdown.ts';
import { type AuditStore, referenceAt } from '../auditStore.ts';
import type { OptionsFor } from '../folderInputs.ts';

const SCHEME = 'veo-audit';

/** What to explain. */
export interface Explained {
  readonly id: string;
  readonly surface: SurfaceId;
  readonly asOf: Day;
  /** The resource that asks, whose folder may have prices of its own. */
  readonly from?: string;
}

/** Serves the pages. */
export function registerCardPages(catalog: Catalog, optionsFor: OptionsFor): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => {
      const explained: Explained = JSON.parse(uri.query);
      const { from } = explained;
      const facts = from === undefined ? null : optionsFor(vscode.Uri.parse(from));
      return cardPage(explained, facts?.catalog ?? catalog);
    },
  });
}

function cardPage({ id, surface, asOf }: Explained, catalog: Catalog): string {
  const question = { id, surface, asOf };
  const card = cardMarkdown(cardOf(catalog, id, asOf, surface), {
    surfaceEvidence: null,
    price: hintOf(catalog, question),
    request: { answer: defaultRequestCost(catalog, question), isSent: false },
    detailed: true,
  });
  // A page has no codicons.
  return card.replaceAll('$(arrow-right)', '→');
}

/** Explains what a link names, otherwise the ID at the cursor, otherwise one that is asked for. */
export async function explain(
  given: Explained | undefined,
  store: AuditStore,
  catalog: Catalog,
  today: Day,
): Promise<void> {
  const explained = isExplained(given) ? given : (atCursor(store) ?? (await ask(catalog, today)));
  if (explained === undefined) return;
  const uri = vscode.Uri.from({
    scheme: SCHEME,
    path: `${explained.id.replaceAll('/', ' ')}.md`,
    query: JSON.stringify(explained),
  });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
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
    title: 'Explain a Veo model ID',
    placeHolder: 'veo-3.1-generate-001',
  });
  return id === undefined ? undefined : { id, surface: 'unknown', asOf };
}
