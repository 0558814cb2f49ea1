// What is said between the files of a folder, put together with what each says alone. Only what has changed is made anew.
import { composeAudit, keepOncePerRun } from '../../audit/compose.ts';
import { type ContractInputs, contractLayer } from '../../audit/contractAudit.ts';
import { graphLayer, NOTHING_BETWEEN } from '../../audit/graphAudit.ts';
import { promisesOf } from '../../audit/promises.ts';
import type { DocumentAudit, DocumentLayer, LayerBetween, Reported } from '../../audit/types.ts';
import { type Edit, shifted } from '../shifted.ts';
import type { FolderInputs } from './inputs.ts';
import type { PutFile } from './types.ts';

/** What a settled answer was made of. */
interface Composed {
  readonly layer: DocumentLayer;
  readonly reports: readonly (readonly Reported[])[];
  readonly audit: DocumentAudit;
}

export class Composer {
  readonly #composed = new Map<string, Composed>();
  #graph: LayerBetween = NOTHING_BETWEEN;
  #contracts: LayerBetween = NOTHING_BETWEEN;

  /** Compares what the files say with each other and with the team's contracts. */
  look(layers: readonly DocumentLayer[], inputs: FolderInputs, contracts: ContractInputs | null): void {
    this.#graph = graphLayer(layers, inputs, promisesOf(inputs.config));
    this.#contracts = contracts === null ? NOTHING_BETWEEN : contractLayer(layers, inputs, contracts);
  }

  /** The text of a file changed: what was said of it moves along until it is looked at anew. */
  move({ path, text }: PutFile, before: string, edits: readonly Edit[]): void {
    const moved = (layer: LayerBetween): LayerBetween => {
      const own = layer.reported.get(path);
      if (own === undefined) return layer;
      return { ...layer, reported: new Map(layer.reported).set(path, shifted(own, before, text, edits)) };
    };
    this.#graph = moved(this.#graph);
    this.#contracts = moved(this.#contracts);
  }

  /** The inputs changed: every answer is made anew. */
  clear(): void {
    this.#composed.clear();
  }

  forget(path: string): void {
    this.#composed.delete(path);
  }

  /** The whole answers of a folder, by path. What is not read yet is carried over (`carried`). */
  compose(
    layers: readonly DocumentLayer[],
    carried: readonly DocumentAudit[],
    inputs: FolderInputs,
  ): ReadonlyMap<string, DocumentAudit> {
    const known = new Set([...layers, ...carried].map(({ document }) => document.path));
    const further = this.#contracts.further.filter(({ document }) => !known.has(document.path));
    const audits = [...carried, ...[...layers, ...further].map((layer) => this.#of(layer, inputs))];
    const sorted = audits.toSorted((a, b) => byPath(a.document, b.document));
    return new Map(keepOncePerRun(sorted).map((audit) => [audit.document.path, audit]));
  }

  #of(layer: DocumentLayer, inputs: FolderInputs): DocumentAudit {
    const { path } = layer.document;
    const isTrue = path !== inputs.configFile || inputs.configIsNewest !== false;
    const about = ({ reported }: LayerBetween): readonly Reported[] => (isTrue && reported.get(path)) || NONE;
    const reports = [about(this.#graph), about(this.#contracts)];
    const known = this.#composed.get(path);
    if (known?.layer === layer && known.reports.every((one, index) => one === reports[index]))
      return known.audit;
    const audit = composeAudit(layer, reports, inputs);
    this.#composed.set(path, { layer, reports, audit });
    return audit;
  }
}

const NONE: readonly Reported[] = [];

/** The order of files in every list. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
