// The second thread of a scan: looks into batches of files while the main thread still walks. Entry point of a bundle.
import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, type Claims, claim } from './batches.ts';
import { Gate, type GateResult } from './gate.ts';

/** What the worker is started with. It is then sent the batches, one message each. */
export interface ScanWorkerData {
  readonly workingFolder: string;
  readonly claims: Claims;
}

/** What the worker answers for each batch that it took; `index` counts the batches in the order they were sent. */
export interface BatchResult {
  readonly index: number;
  readonly result: GateResult;
}

function serve(port: NonNullable<typeof parentPort>, { workingFolder, claims }: ScanWorkerData): void {
  const gate = new Gate(workingFolder);
  const batches: Batch[] = [];
  port.on('message', (batch: Batch) => {
    batches.push(batch);
    for (let index = claim(claims, batches.length); index !== -1; index = claim(claims, batches.length)) {
      const answer: BatchResult = { index, result: gate.lookAt(batches[index] ?? []) };
      port.postMessage(answer);
    }
  });
}

if (parentPort !== null) serve(parentPort, workerData);
