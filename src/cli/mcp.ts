// `veo-audit mcp`: the same answers for coding assistants.
import { parseOptions } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

export const MCP_HELP = `Usage: veo-audit mcp [--help]

Serves coding assistants over standard input and output by the Model Context Protocol: audit a file or a text, explain
a model ID, estimate a request, plan a migration, list the routes of this folder. Nothing is written or sent, no key
is used, and no path leads out of the folder in which it was started.
`;

/** Runs the command until the assistant goes away; the exit status. */
export async function mcpCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { positionals } = parseOptions(args, {}, 'mcp');
  if (positionals.length > 0) throw new UsageError(`mcp takes no arguments; "${positionals[0]}" is one.`);
  const { serveStdio } = await import('./mcpServer.ts');
  await serveStdio(context);
  return EXIT.ok;
}
