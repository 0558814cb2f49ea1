// Completion of living IDs where a string or a configuration value already says `veo`.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { isAlive } from '../catalog/replacement.ts';
import type { Status, SurfaceId } from '../catalog/types.ts';
import { languageOfPath } from '../detect/documents/languages/fileNames.ts';
import { languageOfEditor } from '../detect/documents/languages/languages.ts';
import { surfaceOfPrefix } from '../detect/surface.ts';
import { hintOf } from '../explain/hint.ts';
import { ANY_DOCUMENT, isAudited, pathOf } from './documents.ts';
import type { OptionsFor } from './folderInputs.ts';

const BEGUN = /(?:^|[^\w.-])((?:[\w@.-]+\/)*)(veo[\w.-]*)$/;

/** Registers the completion. It is asked for by hand, or by a sign that only IDs have. */
export function registerCompletion(optionsFor: OptionsFor): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    ANY_DOCUMENT,
    {
      provideCompletionItems(document, position) {
        if (!isAudited(document)) return undefined;
        const options = optionsFor(document.uri);
        const line = document.lineAt(position).text.slice(0, position.character);
        const begun = BEGUN.exec(line);
        if (options === null || begun === null || !isValue(document, line)) return undefined;
        const { catalog } = options;
        const [, prefix = '', word = ''] = begun;
        const range =
          document.getWordRangeAtPosition(position, /veo[\w.-]*/) ??
          new vscode.Range(position.translate(0, -word.length), position);
        const surface = surfaceOfPrefix(catalog, prefix)?.surface.id ?? 'unknown';
        return livingIds(catalog, surface, options.asOf).map((living) =>
          itemOf(living, catalog, options.asOf, range),
        );
      },
    },
    '-',
    '.',
  );
}

/** In code an ID stands in a string; in a configuration any value may be one. */
function isValue(document: vscode.TextDocument, line: string): boolean {
  const language = languageOfEditor(document.languageId) ?? languageOfPath(pathOf(document.uri));
  return language.role === 'config' || /["'`][^"'`]*$/.test(line);
}

interface LivingId {
  readonly id: string;
  readonly surface: SurfaceId;
  readonly status: Status;
}

/** The IDs that answer on the day, one for each Google surface (or for the one that a prefix names). */
export function livingIds(catalog: Catalog, surface: SurfaceId, asOf: string): readonly LivingId[] {
  return catalog.models
    .filter((model) => model.family.startsWith('veo'))
    .flatMap((model) =>
      Object.keys(model.surfaces).map((id) => ({
        id: model.id,
        surface: id,
        status: statusOn(catalog, model.id, id, asOf),
      })),
    )
    .filter((living) => isAlive(living.status) && (surface === 'unknown' || living.surface === surface));
}

function itemOf(
  { id, surface, status }: LivingId,
  catalog: Catalog,
  asOf: string,
  range: vscode.Range,
): vscode.CompletionItem {
  const description = catalog.surface(surface)?.name ?? surface;
  const price = hintOf(catalog, { id, surface, asOf });
  const item = new vscode.CompletionItem({ label: id, description }, vscode.CompletionItemKind.Value);
  item.detail = [status, description, price].filter((part) => part !== null).join(' · ');
  item.range = range;
  item.filterText = id;
  item.sortText = `${status === 'preview' ? 1 : 0}${id}`;
  return item;
}
