// `npm run test:desktop`: the same suites in a desktop VS Code, which @vscode/test-electron downloads. Needs a display.
// The environment variable VSCODE_VERSION chooses the version (default: stable).
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuites } from './bundle.ts';
import { copyWorkspace, temporaryFolder } from './folders.ts';
import { type Group, readGroups } from './groups.ts';
import { ROOT } from './install.ts';
import { QUIET } from './server.ts';

/** Runs one group in a window of its own; rejects if a test failed. */
async function runGroup(group: Group): Promise<void> {
  const folder = await temporaryFolder('desktop');
  try {
    const { path: tests } = await bundleSuites(join(folder.path, 'tests'), {
      suites: group.suites,
      host: 'node',
      timeoutMs: 90_000,
    });
    const user = join(folder.path, 'user-data', 'User');
    await mkdir(user, { recursive: true });
    await writeFile(join(user, 'settings.json'), JSON.stringify({ ...QUIET, ...group.settings }));
    const workspace =
      group.workspace === undefined ? [] : [await copyWorkspace(group.workspace, folder.path)];
    await runTests({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: join(ROOT, '.cache', 'desktop'),
      extensionDevelopmentPath: group.extension,
      extensionTestsPath: tests,
      launchArgs: [
        ...workspace,
        '--user-data-dir',
        join(folder.path, 'user-data'),
        '--extensions-dir',
        join(folder.path, 'extensions'),
        '--disable-extensions',
        '--skip-welcome',
        '--skip-release-notes',
      ],
    });
  } finally {
    await folder.remove();
  }
}

let failed = 0;
for (const group of await readGroups()) {
  if (!group.hosts.includes('node')) continue;
  console.log(`\n  ${group.label} (desktop)`);
  try {
    await runGroup(group);
  } catch (error) {
    failed += 1;
    console.error(error instanceof Error ? error.message : error);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
