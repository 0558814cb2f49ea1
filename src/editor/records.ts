// What smoke tests and gateway checks have left in a root folder: read when contracts ask for it, and anew when it changes.

import * as vscode from 'vscode';
import type { EvidenceSummary } from '../audit/evidenceSummary.ts';
import type { Config } from '../contracts/schema.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import { remembered } from '../once.ts';
import { readEvidence } from '../smoke/keptEvidence.ts';
import { readAllSnapshots } from '../workspace/snapshotStore.ts';
import { editorFiles } from './editorFiles.ts';
import { followRecords } from './followRecords.ts';

export interface Records {
  readonly evidence: readonly EvidenceSummary[];
  /** Snapshots of each gateway's catalog by its name, oldest first. */
  readonly snapshots: Readonly<Record<string, readonly GatewaySnapshot[]>>;
}

/** Reads the records of root folders and follows them on the disk. */
export class TeamRecords implements vscode.Disposable {
  /** By root folder; the snapshots by what the configuration says of its gateways, too. */
  readonly #evidence = new Map<string, Promise<Records['evidence']>>();
  readonly #snapshots = new Map<string, Promise<Records['snapshots']>>();
  readonly #changed = new vscode.EventEmitter<void>();
  #watcher: vscode.Disposable | undefined;

  /** Fires when records have come, changed or gone. */
  readonly onDidChange = this.#changed.event;

  /** The records of a root folder. Files that cannot be read say nothing. */
  async of({ uri }: vscode.WorkspaceFolder, { gateways = {} }: Config): Promise<Records> {
    this.#watch();
    const files = editorFiles(uri);
    const [evidence, snapshots] = await Promise.all([
      remembered(this.#evidence, uri.toString(), () => readEvidence(files)),
      remembered(this.#snapshots, `${uri.toString()}\n${JSON.stringify(gateways)}`, () =>
        readAllSnapshots(files, gateways),
      ),
    ]);
    return { evidence, snapshots };
  }

  /** Forgets what was read: it is known to have changed. */
  reread(): void {
    this.#evidence.clear();
    this.#snapshots.clear();
    this.#changed.fire();
  }

  /** From the first question on; before it nobody wants to know. */
  #watch(): void {
    this.#watcher ??= followRecords(() => this.reread());
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#changed.dispose();
  }
}
