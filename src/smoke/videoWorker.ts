// The thread in which a video is looked into, and which may break without breaking the run. Entry point of a bundle.
import { parentPort, workerData } from 'node:worker_threads';
import type { SmokeRequest, SmokeRoute } from './types.ts';
import { verifyVideo } from './verify.ts';

/** What the worker is started with. It answers with one VideoReport. */
export interface VideoWorkerData {
  readonly bytes: Uint8Array;
  readonly route: SmokeRoute;
  readonly request: SmokeRequest;
}

const { bytes, route, request }: VideoWorkerData = workerData;
parentPort?.postMessage(verifyVideo(bytes, route, request));
