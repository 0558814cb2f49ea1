// In a comparison, what the change costs: a line at each request of the newer side that got dearer or cheaper.
import * as vscode from 'vscode';
import { datedReferences } from '../audit/engine.ts';
import type { CostDelta } from '../report/diff/costDelta.ts';
import type { Route } from '../routes/types.ts';
import type { FolderParts, ReadLayer } from '../workspace/folder/types.ts';
import { ANY_DOCUMENT, isExplained, LONGEST, openDocument, textDocumentOf } from './documents.ts';
import type { OptionsFor } from './folderInputs.ts';
import { settingsFor } from './settings.ts';

/** What the two sides are read with. */
export interface ComparedParts {
  readonly optionsFor: OptionsFor;
  readonly reading: FolderParts['reading'];
}

/** Registers the lenses; where comparisons show none, which is how the editor comes, the same words are hints. */
export function registerComparedCost(parts: ComparedParts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const deltas = new Comparison(parts);
  return vscode.Disposable.from(
    changed,
    vscode.window.tabGroups.onDidChangeTabs(() => {
      if (deltas.hasChanged()) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(ANY_DOCUMENT, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => {
        if (!settingsFor(document.uri).codeLens || !showsLenses()) return [];
        return (await deltas.of(document)).map(({ route, text }) => {
          const place = new vscode.Range(document.positionAt(route.start), document.positionAt(route.end));
          const asked = { uri: document.uri.toString(), start: route.start };
          return new vscode.CodeLens(place, {
            title: text,
            tooltip: 'What this change does to the cost of the request.',
            command: 'veoAudit.explainRequest',
            arguments: [asked],
          });
        });
      },
    }),
    vscode.languages.registerInlayHintsProvider(ANY_DOCUMENT, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: async (document) => {
        if (!settingsFor(document.uri).inlayHints || showsLenses()) return [];
        return (await deltas.of(document)).map(({ route, text }) => {
          const { range } = document.lineAt(document.positionAt(route.start));
          const hint = new vscode.InlayHint(range.end, text);
          hint.paddingLeft = true;
          hint.tooltip = 'What this change does to the cost of the request.';
          return hint;
        });
      },
    }),
  );
}

const showsLenses = (): boolean =>
  vscode.workspace.getConfiguration('diffEditor').get<boolean>('codeLens') ?? false;

/** Reads both sides of the comparisons that are in sight. */
class Comparison {
  readonly #parts: ComparedParts;
  #reading: Promise<ReadLayer> | undefined;
  /** The sides in sight when they were asked about last. */
  #shown = '';
  readonly #routes = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly routes: Promise<readonly Route[]> }
  >();

  constructor(parts: ComparedParts) {
    this.#parts = parts;
  }

  /** Whether other comparisons are in sight than before. */
  hasChanged(): boolean {
    const shown = comparisons()
      .map(({ original, modified }) => `${original} ${modified}`)
      .join('\n');
    const isOther = shown !== this.#shown;
    this.#shown = shown;
    return isOther;
  }

  /** What a document costs otherwise than the side beside it; nothing where no comparison shows both. */
  async of(document: vscode.TextDocument): Promise<readonly CostDelta[]> {
    const own = document.uri.toString();
    const beside = comparisons().find(({ modified }) => modified.toString() === own);
    const original = beside && openDocument(beside.original);
    const options = this.#parts.optionsFor(document.uri);
    if (original === undefined || options === null) return [];
    const sides = [original, document];
    if (!sides.every((side) => isExplained(side) && side.getText().length <= LONGEST)) return [];
    const [before = [], after = []] = await Promise.all(sides.map((side) => this.#routesOf(side, document)));
    const { costDeltas } = await import('../report/diff/costDelta.ts');
    return costDeltas(before, after, options);
  }

  /** The requests of one side, read once a version. */
  #routesOf(side: vscode.TextDocument, asked: vscode.TextDocument): Promise<readonly Route[]> {
    const known = this.#routes.get(side);
    if (known?.version === side.version) return known.routes;
    const routes = this.#read(side, asked);
    this.#routes.set(side, { version: side.version, routes });
    return routes;
  }

  /** Both sides are read alone: other files of the older side are not at hand, and those of today would mislead. */
  async #read(side: vscode.TextDocument, asked: vscode.TextDocument): Promise<readonly Route[]> {
    const options = this.#parts.optionsFor(asked.uri);
    if (options === null) return [];
    const nothing = async () => null;
    this.#reading ??= this.#parts.reading(nothing);
    const read = await this.#reading;
    const text = { ...textDocumentOf(asked), text: side.getText() };
    return (await read(text, datedReferences(text, options), options, nothing)).routes;
  }
}

/** The comparisons in sight. */
function comparisons(): readonly vscode.TabInputTextDiff[] {
  return vscode.window.tabGroups.all.flatMap(({ activeTab }) =>
    activeTab?.input instanceof vscode.TabInputTextDiff ? [activeTab.input] : [],
  );
}
