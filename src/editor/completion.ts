// Completion of living IDs where a model is named.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { isAlive } from '../catalog/replacement.ts';
import type { Status, SurfaceId } from '../catalog/types.ts';
import { languageOfPath } from '../detect/documents/languages/fileNames.ts';
import { languageOfEditor } from '../detect/documents/languages/languages.ts';
import { surfaceOfPrefix } from '../detect/surface.ts';
import { statusWords } from '../explain/card.ts';
import { hintOf } from '../explain/hint.ts';
import { idPlaceAt } from './completionPlace.ts';
import { ANY_DOCUMENT, isAudited, pathOf } from './documents.ts';
import type { OptionsFor } from './folderInputs.ts';

/** Registers the completion. It is asked for by hand, or by a sign that begins a value or that only IDs have. */
export function registerCompletion(optionsFor: OptionsFor): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    ANY_DOCUMENT,
    {
      provideCompletionItems(document, position) {
        if (!isAudited(document)) return undefined;
        const options = optionsFor(document.uri);
        const line = document.lineAt(position).text;
        const { role } = languageOfEditor(document.languageId) ?? languageOfPath(pathOf(document.uri));
        const place = idPlaceAt(line, position.character, role === 'config');
        if (options === null || place === null) return undefined;
        const { catalog, asOf } = options;
        const range = new vscode.Range(position.line, place.start, position.line, place.end);
        const surface = surfaceOfPrefix(catalog, place.prefix)?.surface.id ?? 'unknown';
        return livingIds(catalog, surface, asOf).map((living) => itemOf(living, catalog, asOf, range));
      },
    },
    '-',
    '.',
    '/',
    '"',
    "'",
    '`',
  );
}

interface LivingId {
  readonly id: string;
  readonly surface: SurfaceId;
  readonly status: Status;
}

/** The IDs that answer on the day, one for each Google surface (or for the one that a prefix names). */
function livingIds(catalog: Catalog, surface: SurfaceId, asOf: string): readonly LivingId[] {
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

/** The state in fewer words, where the whole ones would be cut. */
const shortStatus = (status: Status): string =>
  status === 'retirement-window' ? vscode.l10n.t('may end') : statusWords(status);

/** `$0.40/s` */
const shortPrice = (price: string | null): string =>
  price?.replace(vscode.l10n.t('{0} per second', ''), '/s') ?? vscode.l10n.t('price unknown');

function itemOf(
  { id, surface, status }: LivingId,
  catalog: Catalog,
  asOf: string,
  range: vscode.Range,
): vscode.CompletionItem {
  const price = hintOf(catalog, { id, surface, asOf });
  const words = [price, statusWords(status), catalog.surface(surface)?.name ?? surface];
  // The list is about as wide as one ID with its price: what follows is in short, and whole in what it opens.
  const short = [shortPrice(price), shortStatus(status)];
  const label = { label: id, description: short.join(', ') };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Value);
  item.detail = words.filter((word) => word !== null).join(' · ');
  item.range = range;
  item.filterText = id;
  item.sortText = `${status === 'preview' ? 1 : 0}${id}`;
  return item;
}
