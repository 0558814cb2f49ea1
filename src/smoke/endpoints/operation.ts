// What the Gemini API and Vertex AI share: predictLongRunning requests and Google's operations.
import { at, type Json, numberAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import type { PollAnswer } from './types.ts';

/** The body of `:predictLongRunning`. Parameters that are null are left out; only Vertex AI knows a `storageUri`. */
export function predictBody(request: SmokeRequest, storageUri: string | null = null): Json {
  const parameters: Record<string, Json> = {};
  if (request.durationSeconds !== null) parameters.durationSeconds = request.durationSeconds;
  if (request.resolution !== null) parameters.resolution = request.resolution;
  if (request.aspectRatio !== null) parameters.aspectRatio = request.aspectRatio;
  if (request.sampleCount !== null) parameters.sampleCount = request.sampleCount;
  if (request.generateAudio !== null) parameters.generateAudio = request.generateAudio;
  if (storageUri !== null) parameters.storageUri = storageUri;
  return { instances: [{ prompt: request.prompt }], parameters };
}

/** Reads the frame of an operation; `readResponse` reads the family's own part of a finished one. */
export function readOperation(
  answer: Json | undefined,
  handle: string,
  readResponse: (response: Json) => PollAnswer,
): PollAnswer {
  if (at(answer, 'name') === undefined && at(answer, 'done') === undefined) return { kind: 'unreadable' };
  if (!isAbout(textAt(answer, 'name'), handle)) return { kind: 'unreadable' };
  if (at(answer, 'done') !== true) {
    return { kind: 'running', progress: numberAt(answer, 'metadata', 'progressPercent') };
  }
  const error = at(answer, 'error');
  if (error !== undefined && error !== null) {
    const code = textAt(error, 'status') ?? numberAt(error, 'code')?.toString() ?? null;
    return { kind: 'failed', code, message: textAt(error, 'message') ?? 'no message', reportedUsd: null };
  }
  return readResponse(at(answer, 'response') ?? {});
}

/** Whether an answer about a named job is about this one. Google may write the project before it in another way. */
export function isAbout(name: string | null, handle: string): boolean {
  const own = (text: string) => text.split('/').at(-1);
  return name === null || own(name) === own(handle);
}

/** The reasons of the safety filter as texts. */
export function texts(values: readonly Json[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
