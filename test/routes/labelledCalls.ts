// The labelled calls on disk: every fixture under `test/corpus/calls` with its `.routes.json` sidecar.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { RouteLabel } from './score.ts';

const CALLS = fileURLToPath(new URL('../corpus/calls/', import.meta.url));
const SIDECAR = '.routes.json';
const ABOUT = 'README.md';

/** A fixture: `path` is relative to `test/corpus/calls`, with forward slashes. */
export interface LabelledCalls {
  readonly path: string;
  readonly text: string;
  readonly labels: readonly RouteLabel[];
}

const line = z.int().positive();
const oneOrMore = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(2)]);
const modelFrom = z.enum(['literal', 'constant', 'default', 'environment', 'unknown']);
const dynamic = z.literal('dynamic');
const sidecar = z.array(
  z.strictObject({
    line,
    startLine: line.optional(),
    endLine: line.optional(),
    model: oneOrMore(z.string().nullable()),
    modelFrom: oneOrMore(modelFrom),
    surface: oneOrMore(z.string()),
    durationSeconds: oneOrMore(z.union([z.number(), dynamic, z.null()])),
    resolution: oneOrMore(z.union([z.enum(['360p', '480p', '720p', '1080p', '4k']), dynamic, z.null()])),
    sampleCount: oneOrMore(z.union([z.int(), dynamic, z.null()])),
    aspectRatio: oneOrMore(z.string().nullable()),
    generateAudio: oneOrMore(z.union([z.boolean(), dynamic, z.null()])),
    dynamic: z.literal(true).optional(),
    optional: z.literal(true).optional(),
    why: z.string().optional(),
  }),
);

/** Reads every fixture, sorted by path. Throws where a sidecar is missing or malformed. */
export function loadLabelledCalls(): readonly LabelledCalls[] {
  return readdirSync(CALLS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(SIDECAR) && entry.name !== ABOUT)
    .map((entry) => join(entry.parentPath, entry.name).slice(CALLS.length).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readCall(path), labels: parseLabels(path) }));
}

/** The text of a file of the corpus, given its path under `test/corpus/calls`. */
export function readCall(path: string): string {
  return readFileSync(join(CALLS, path), 'utf8');
}

function parseLabels(path: string): readonly RouteLabel[] {
  const parsed = sidecar.safeParse(JSON.parse(readCall(path + SIDECAR)));
  if (!parsed.success) throw new Error(`${path}${SIDECAR}: ${z.prettifyError(parsed.error)}`);
  return parsed.data as readonly RouteLabel[];
}
