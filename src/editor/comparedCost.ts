// In a comparison, what the change costs: a line at each request of the newer side that got dearer or cheaper.

import * as vscode from 'vscode';
import type { CostDelta } from '../report/diff/costDelta.ts';
import type { AuditStore } from './auditStore.ts';
import type { AskedRequest } from './commands/explainRequest.ts';
import { type ComparedParts, ComparedSides } from './comparedSides.ts';
import { ANY_DOCUMENT, isExplained, LONGEST, openDocument, rangeOf } from './documents.ts';
import { settingsFor } from './settings.ts';

/** Registers the lenses; where comparisons show none, which is how the editor comes, the same words are hints. */
export function registerComparedCost(parts: ComparedParts, store: AuditStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const deltas = new Comparison(parts);
  return vscode.Disposable.from(
    changed,
    store.onDidChange(() => {
      deltas.forget();
      if (comparisons().length > 0) changed.fire();
    }),
    vscode.window.tabGroups.onDidChangeTabs(() => {
      if (deltas.hasChanged()) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(ANY_DOCUMENT, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => {
        if (!settingsFor(document.uri).codeLens || !showsLenses()) return [];
        return (await deltas.of(document)).map(({ route, text }) => {
          const asked: AskedRequest = { uri: document.uri.toString(), start: route.start };
          return new vscode.CodeLens(rangeOf(document, route), {
            title: text,
            tooltip: vscode.l10n.t('What this change does to the cost of the request.'),
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
          hint.tooltip = vscode.l10n.t('What this change does to the cost of the request.');
          return hint;
        });
      },
    }),
  );
}

const showsLenses = (): boolean =>
  vscode.workspace.getConfiguration('diffEditor').get<boolean>('codeLens') ?? false;

/** What the comparisons that are in sight say. */
class Comparison {
  readonly #parts: ComparedParts;
  readonly #sides: ComparedSides;
  /** The sides in sight when they were asked about last. */
  #shown = '';

  constructor(parts: ComparedParts) {
    this.#parts = parts;
    this.#sides = new ComparedSides(parts);
  }

  /** Files have changed that a side may ask for. */
  forget(): void {
    this.#sides.forget();
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
    const [before = [], after = []] = await Promise.all(
      sides.map((side) => this.#sides.routesOf(side, document.uri)),
    );
    const { costDeltas } = await import('../report/diff/costDelta.ts');
    return costDeltas(before, after, options);
  }
}

/** The comparisons in sight. */
function comparisons(): readonly vscode.TabInputTextDiff[] {
  return vscode.window.tabGroups.all.flatMap(({ activeTab }) =>
    activeTab?.input instanceof vscode.TabInputTextDiff ? [activeTab.input] : [],
  );
}
