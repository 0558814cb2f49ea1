// Finds the suites: each folder below test/host/suite is a group, which shares one VS Code window.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from './install.ts';
import type { SuiteRun } from './runSuites.ts';

const SUITES = join(ROOT, 'test', 'host', 'suite');

/** A group's `group.json`. */
const groupSchema = z.strictObject({
  label: z.string(),
  /** A folder or a `.code-workspace` file, relative to the repository's root; none opens an empty window. */
  workspace: z.string().optional(),
  /** The folder of another extension to load than the one under test, relative to the repository's root. */
  extension: z.string().optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** The display language; English by default. */
  language: z.string().optional(),
  /** The extension hosts to run in. */
  hosts: z
    .array(z.enum(['node', 'web']))
    .min(1)
    .default(['node']),
});

/** One group, ready to run. */
export interface Group extends SuiteRun {
  readonly name: string;
  readonly hosts: readonly ('node' | 'web')[];
}

/**
 * All groups in alphabetical order.
 * @param extension the folder of the extension under test, absolute
 * @throws Error naming the group whose `group.json` is missing or wrong
 */
export async function readGroups(extension: string = ROOT): Promise<readonly Group[]> {
  const entries = await readdir(SUITES, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readGroup(name, extension)));
}

async function readGroup(name: string, extension: string): Promise<Group> {
  const folder = join(SUITES, name);
  const text = await readFile(join(folder, 'group.json'), 'utf8');
  const parsed = groupSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(`test/host/suite/${name}/group.json: ${z.prettifyError(parsed.error)}`);
  const { label, workspace, settings, language, hosts } = parsed.data;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.suite.ts')).sort();
  return {
    name,
    label,
    hosts,
    settings,
    extension: parsed.data.extension === undefined ? extension : join(ROOT, parsed.data.extension),
    suites: files.map((file) => join(folder, file)),
    ...(workspace === undefined ? {} : { workspace: join(ROOT, workspace) }),
    ...(language === undefined ? {} : { language }),
  };
}
