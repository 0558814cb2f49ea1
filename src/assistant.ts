// What answers coding assistants, in a bundle of its own: the functions of the MCP server. Started as a program with
// `serve-mcp` it is that server.

import { bundledCatalog } from './catalog/bundled.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { CliContext } from './cli/context.ts';
import { serveStdio } from './cli/mcpServer.ts';
import { TOOLS } from './cli/mcpTools.ts';
import { workspaceFacts } from './cli/workspaceFacts.ts';
import type { AskedIn, Assistant } from './editor/assistant/types.ts';

export const assistant: Assistant = {
  async answer(name, input, asked) {
    const tool = TOOLS.find((one) => one.name === name);
    if (tool === undefined) throw new Error(`There is no tool ${JSON.stringify(name)}.`);
    const { says, data } = await tool.run(
      input,
      contextOf(asked, async () => asked.catalog),
    );
    return [says, data];
  },
};

/** Nothing is printed, nothing is asked, and no key is seen. */
function contextOf(
  { folder, today, version, grammars }: Omit<AskedIn, 'catalog'>,
  catalog: () => Promise<Catalog>,
): CliContext {
  return {
    version,
    today,
    catalog,
    grammars,
    workingFolder: folder,
    env: {},
    stdin: async () => Buffer.alloc(0),
    stdout: () => undefined,
    stderr: () => undefined,
    color: false,
    scanWorker: undefined,
    pageScript: new URL('page.js', grammars),
  };
}

/** The words behind the program's name with which the editor starts the server. */
export const SERVE = 'serve-mcp';

if (process.argv[2] === SERVE) {
  const [version = '', today = new Date().toISOString().slice(0, 10)] = process.argv.slice(3);
  const folder = process.cwd();
  const grammars = new URL('./grammars/', import.meta.url);
  const catalog = () => workspaceFacts({ workingFolder: folder, catalog: async () => bundledCatalog() });
  void serveStdio(contextOf({ folder, today, version, grammars }, catalog)).then(() => process.exit(0));
}
