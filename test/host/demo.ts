// Opens the built extension on a folder or a workspace file in a VS Code in the browser, and keeps it running until Ctrl+C.
// Usage: tsx test/host/demo.ts FOLDER|FILE.code-workspace
import { resolve } from 'node:path';
import { copyWorkspace, temporaryFolder } from './folders.ts';
import { installHost, ROOT } from './install.ts';
import { windowAddress } from './page.ts';
import { startServer } from './server.ts';

async function main(folder: string): Promise<void> {
  // `suites` is what lets an extension be loaded from its folder.
  const server = await startServer(await installHost(), 'suites');
  const copy = await temporaryFolder('demo');
  await server.writeSettings({ 'files.autoSave': 'off' });
  const workspace = await copyWorkspace(resolve(folder), copy.path);
  console.log(
    `\nOpen this address in a browser on this machine (a copy of the folder, changes are thrown away):\n`,
  );
  console.log(`  ${windowAddress(server.authority, { workspace, extension: ROOT })}\n`);
  console.log('Ctrl+C ends it.');
  await new Promise<void>((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end());
  });
  await server.stop();
  await copy.remove();
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder? For example: npx tsx test/host/demo.ts samples/samples.code-workspace');
  process.exitCode = 2;
} else {
  main(folder).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
