// The probes that a workspace keeps beside the evidence of its smoke tests.
import type { Probe } from '../refresh/probe.ts';
import type { Files } from './files.ts';
import { readRecords, writeJsonRecord } from './records.ts';

/** Every probe that can be read, the oldest first; what cannot be read says nothing. */
export async function readProbes(files: Files): Promise<readonly Probe[]> {
  const records = await readRecords(files, 'probes');
  if (records.length === 0) return [];
  const { parseProbe } = await import('../refresh/readProbe.ts');
  return records.flatMap(({ text }) => (text === null ? null : parseProbe(text)) ?? []);
}

/** Keeps a probe, and gives its path as it is printed. @throws RecordPlaceError */
export async function writeProbe(files: Files, probe: Probe): Promise<string> {
  const name = `${probe.askedAt.replace(/[-:]|\.\d+/g, '')}-${probe.model}-${probe.surface}`;
  return writeJsonRecord(
    files,
    'probes',
    `${name.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 190)}.json`,
    probe,
  );
}
