// The probes that a workspace keeps beside the evidence of its smoke tests.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { PROBE_FOLDER, type Probe, withProbes } from '../refresh/probe.ts';
import { RECORDS } from './recordRules.ts';
import { readInsideIfAny, writeJsonRecord } from './records.ts';

/** Every probe that can be read, the oldest first; what cannot be read says nothing. */
export async function readProbes(workspace: string): Promise<readonly Probe[]> {
  const names = namesIn(join(workspace, RECORDS, PROBE_FOLDER)).filter((name) => name.endsWith('.json'));
  if (names.length === 0) return [];
  const { parseProbe } = await import('../refresh/readProbe.ts');
  return names.toSorted().flatMap((name) => {
    const text = readInsideIfAny(workspace, `${RECORDS}/${PROBE_FOLDER}/${name}`, 'evidence');
    const probe = text === null ? null : parseProbe(text);
    return probe === null ? [] : [probe];
  });
}

/** The facts with what surfaces have answered to this workspace. */
export async function withOwnProbes(catalog: Catalog, workspace: string): Promise<Catalog> {
  return withProbes(catalog, await readProbes(workspace));
}

/** Keeps a probe, and gives its path as it is printed. @throws RecordPlaceError */
export async function writeProbe(workspace: string, probe: Probe): Promise<string> {
  const name = `${probe.askedAt.replace(/[-:]|\.\d+/g, '')}-${probe.model}-${probe.surface}`;
  const file = `${name.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 190)}.json`;
  await writeJsonRecord(join(workspace, RECORDS, PROBE_FOLDER), file, 'evidence', probe);
  return `${RECORDS}/${PROBE_FOLDER}/${file}`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
