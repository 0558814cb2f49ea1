// Finds the files under some paths that may speak of Veo, and hands over their text; fast enough for whole trees.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Batch, claim, inBatches, newClaims } from './batches.ts';
import type { DecodedText } from './encoding.ts';
import { Gate, type GateResult } from './gate.ts';
import { readText } from './readText.ts';
import type { BatchResult, ScanWorkerData } from './scanWorker.ts';
import type { SkippedFile } from './skipped.ts';
import { locate, type WalkOptions, walk } from './walk.ts';

export interface ScanOptions extends WalkOptions {
  /** Where the bundle of `scanWorker.ts` lies. With it, two threads share the reading of large trees. */
  readonly worker?: URL;
  /** Called now and then with the number of files looked into and found. */
  readonly onProgress?: (looked: number, found: number) => void;
}

/** A file that holds the letters `veo`. `path` as it is printed: relative to the working folder, forward slashes. */
export interface ScannedDocument extends DecodedText {
  readonly path: string;
}

export interface ScanSummary {
  /** Text files that were read, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  readonly binaries: number;
  /** Sorted by file. */
  readonly skipped: readonly SkippedFile[];
}

export interface ScanResult<T> extends ScanSummary {
  /** What `look` made of each document, sorted by path. */
  readonly looks: readonly T[];
}

/** To start a thread takes about 30 ms: fewer files than this are read sooner without. */
const FILES_WORTH_A_WORKER = 2000;

/** Nearly every file of source code fits; what is not used costs nothing. */
const SCRATCH_BYTES = 8 * 1024 * 1024;

/** Starts a scan and finishes it: see `Scan`. */
export function scanFiles<T>(
  paths: readonly string[],
  options: ScanOptions,
  look: (document: ScannedDocument) => T,
): Promise<ScanResult<T>> {
  return new Scan(paths, options).finish(look);
}

/**
 * A scan under way. The constructor walks the paths and has a second thread begin to read: what the caller loads
 * before it calls `finish` costs no time then. Files are first searched for the letters `veo`; only the few that hold
 * them are read again and decoded, one at a time, so that memory stays low.
 */
export class Scan {
  readonly #options: ScanOptions;
  readonly #gate: Gate;
  readonly #scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  readonly #batches: Batch[] = [];
  readonly #claims = newClaims();
  /** Indexes of batches without a result. */
  readonly #todo = new Set<number>();
  readonly #hits: string[] = [];
  readonly #skipped: SkippedFile[] = [];
  #found = 0;
  #files = 0;
  #bytes = 0;
  #binaries = 0;
  #worker: Worker | undefined;

  /** @throws NoSuchPathError where a path does not exist. */
  constructor(paths: readonly string[], options: ScanOptions) {
    this.#options = options;
    this.#gate = new Gate(options.workingFolder);
    const folders = walk(paths, options, (skipped) => this.#skipped.push(skipped));
    for (const { batch, files } of inBatches(folders)) this.#plan(batch, files);
  }

  /** Reads the rest. Calls `look` for each file that holds `veo`, in no particular order. To be called once. */
  async finish<T>(look: (document: ScannedDocument) => T): Promise<ScanResult<T>> {
    const looks: { readonly path: string; readonly value: T }[] = [];
    this.#worker?.ref();
    try {
      // Documents come before batches: the other thread can only help with batches.
      for (let hit = await this.#nextHit(); hit !== undefined; hit = await this.#nextHit()) {
        const document = this.#read(hit);
        if (document !== undefined) looks.push({ path: hit, value: look(document) });
      }
    } finally {
      await this.#worker?.terminate();
    }
    looks.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#skipped.sort((a, b) => (a.file < b.file ? -1 : 1));
    return {
      looks: looks.map(({ value }) => value),
      files: this.#files,
      bytes: this.#bytes,
      binaries: this.#binaries,
      skipped: this.#skipped,
    };
  }

  #plan(batch: Batch, files: number): void {
    this.#todo.add(this.#batches.push(batch) - 1);
    this.#found += files;
    if (this.#worker !== undefined) this.#worker.postMessage(batch);
    else if (this.#options.worker !== undefined && this.#found >= FILES_WORTH_A_WORKER) {
      this.#worker = this.#startWorker(this.#options.worker);
      for (const planned of this.#batches) this.#worker.postMessage(planned);
    }
  }

  #startWorker(file: URL): Worker {
    const workerData: ScanWorkerData = { workingFolder: this.#options.workingFolder, claims: this.#claims };
    const worker = new Worker(file, { workerData, trackUnmanagedFds: false });
    worker.unref();
    worker.on('message', ({ index, result }: BatchResult) => this.#add(index, result));
    // A thread that can not start or breaks down costs time, no results: its batches stay in `todo`.
    worker.on('error', () => {});
    worker.on('exit', () => {
      this.#worker = undefined;
    });
    return worker;
  }

  /** Looks into batches until a file holds the letters; undefined when all files are done. */
  async #nextHit(): Promise<string | undefined> {
    while (this.#hits.length === 0 && this.#todo.size > 0) {
      const index = this.#takeBatch();
      if (index === undefined) await this.#workerSpeaks();
      else this.#add(index, this.#gate.lookAt(this.#batches[index] ?? []));
      // Lets the results of the other thread in.
      await nextTurn();
    }
    return this.#hits.pop();
  }

  /** A batch for this thread; undefined when the other one has the last ones in hand. */
  #takeBatch(): number | undefined {
    const index = claim(this.#claims, this.#batches.length);
    if (index !== -1) return index;
    return this.#worker === undefined ? this.#todo.values().next().value : undefined;
  }

  #workerSpeaks(): Promise<unknown> {
    return new Promise((resolve) => {
      this.#worker?.once('message', resolve);
      this.#worker?.once('exit', resolve);
    });
  }

  #add(index: number, result: GateResult): void {
    this.#todo.delete(index);
    this.#files += result.files;
    this.#bytes += result.bytes;
    this.#binaries += result.binaries;
    this.#hits.push(...result.hits);
    this.#skipped.push(...result.skipped);
    const done = 1 - this.#todo.size / this.#batches.length;
    this.#options.onProgress?.(Math.round(done * this.#found), this.#found);
  }

  #read(path: string): ScannedDocument | undefined {
    const read = readText(locate(this.#options.workingFolder, path), this.#scratch);
    if (read.kind === 'skipped') this.#skipped.push({ file: path, reason: read.reason });
    if (read.kind === 'binary') this.#binaries++;
    if (read.kind !== 'text') return undefined;
    this.#files++;
    this.#bytes += read.bytes;
    return { path, ...read.content };
  }
}
