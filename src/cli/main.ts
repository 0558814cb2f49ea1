// The table of commands: what each is called, what it does, where it lives. Commands load when they are called.
import { plainText } from '../outlets/plain.ts';
import { nearest } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

interface Command {
  readonly summary: string;
  readonly help: () => Promise<string>;
  readonly run: (args: readonly string[], context: CliContext) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  audit: {
    summary: 'find Veo model IDs and say what is wrong with them',
    help: async () => (await import('./audit.ts')).AUDIT_HELP,
    run: async (args, context) => (await import('./audit.ts')).auditCommand(args, context),
  },
  explain: {
    summary: 'all that is known of a model ID: lifecycle, prices, limits, replacement, sources',
    help: async () => (await import('./explain.ts')).EXPLAIN_HELP,
    run: async (args, context) => (await import('./explain.ts')).explainCommand(args, context),
  },
  estimate: {
    summary: 'what a request or a month costs, from flags',
    help: async () => (await import('./estimate.ts')).ESTIMATE_HELP,
    run: async (args, context) => (await import('./estimate.ts')).estimateCommand(args, context),
  },
  diff: {
    summary: 'what changes between two commits or reports: routes, cost, findings',
    help: async () => (await import('./diff.ts')).DIFF_HELP,
    run: async (args, context) => (await import('./diff.ts')).diffCommand(args, context),
  },
  merge: {
    summary: 'join the JSON reports of many repositories into one',
    help: async () => (await import('./merge.ts')).MERGE_HELP,
    run: async (args, context) => (await import('./merge.ts')).mergeCommand(args, context),
  },
  migrate: {
    summary: 'plan how requests move off models that are shut down or deprecated',
    help: async () => (await import('./migrate.ts')).MIGRATE_HELP,
    run: async (args, context) => (await import('./migrate.ts')).migrateCommand(args, context),
  },
  smoke: {
    summary: 'prove a route with one small job, simulated or live, and keep the evidence',
    help: async () => (await import('./smokeHelp.ts')).SMOKE_HELP,
    run: async (args, context) => (await import('./smoke.ts')).smokeCommand(args, context),
  },
  probe: {
    summary: 'ask a surface whether it still has a model ID: free, after a yes, kept as evidence',
    help: async () => (await import('./probe.ts')).PROBE_HELP,
    run: async (args, context) => (await import('./probe.ts')).probeCommand(args, context),
  },
  simulate: {
    summary: 'a local stand-in for every API that serves Veo, to try things without cost',
    help: async () => (await import('./simulate.ts')).SIMULATE_HELP,
    run: async (args, context) => (await import('./simulate.ts')).simulateCommand(args, context),
  },
  init: {
    summary: 'write a veo-audit.yaml from the routes that are found',
    help: async () => (await import('./init.ts')).INIT_HELP,
    run: async (args, context) => (await import('./init.ts')).initCommand(args, context),
  },
  checklist: {
    summary: 'seven questions before production, per route: pass, fail or not shown',
    help: async () => (await import('./checklist.ts')).CHECKLIST_HELP,
    run: async (args, context) => (await import('./checklist.ts')).checklistCommand(args, context),
  },
  gateway: {
    summary: "read a gateway's catalog: rows, labels, units, prices, status, changes",
    help: async () => (await import('./gateway.ts')).GATEWAY_HELP,
    run: async (args, context) => (await import('./gateway.ts')).gatewayCommand(args, context),
  },
  completion: {
    summary: 'a script by which a shell completes this command line',
    help: async () => (await import('./completion.ts')).COMPLETION_HELP,
    run: async (args, context) =>
      (await import('./completion.ts')).completionCommand(args, COMMANDS, context),
  },
  mcp: {
    summary: 'serve coding assistants over standard input and output (MCP)',
    help: async () => (await import('./mcp.ts')).MCP_HELP,
    run: async (args, context) => (await import('./mcp.ts')).mcpCommand(args, context),
  },
  catalog: {
    summary: 'list the facts, say how old they are, or refresh them from their sources',
    help: async () => (await import('./catalog.ts')).CATALOG_HELP,
    run: async (args, context) => (await import('./catalog.ts')).catalogCommand(args, context),
  },
};

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: veo-audit COMMAND [options]

Finds Google Veo routes in code and configuration, says what is wrong with them on which surface and day,
and what a request costs.

Commands
${rows.join('\n')}

veo-audit COMMAND --help says more. --version prints the version.
`;
}

/**
 * Runs a command line; the exit status. Users' errors become one sentence on standard error, which takes nothing from
 * others but plain text.
 */
export async function main(args: readonly string[], world: CliContext): Promise<number> {
  const context: CliContext = {
    ...world,
    bundledCatalog: world.catalog,
    catalog: async () => (await import('./workspaceFacts.ts')).workspaceFacts(world),
    stderr: (text) => world.stderr(plainText(text)),
  };
  try {
    return await dispatch(args, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    context.stderr(`veo-audit: ${error.message}\n`);
    return EXIT.usage;
  }
}

async function dispatch([name, ...args]: readonly string[], context: CliContext): Promise<number> {
  if (name === '--version' || name === '-v') return say(`${context.version}\n`, context);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return say(await helpFor(args[0]), context);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined && name.startsWith('-')) {
    throw new UsageError(`A command comes first; "${name}" is an option. See veo-audit --help.`);
  }
  if (command === undefined) {
    const near = nearest(name, Object.keys(COMMANDS));
    throw new UsageError(
      `There is no command "${name}"${near === undefined ? '.' : `; did you mean "${near}"?`} See veo-audit --help.`,
    );
  }
  if (args.includes('--help') || args.includes('-h')) return say(await command.help(), context);
  return command.run(args, context);
}

async function helpFor(name: string | undefined): Promise<string> {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command === undefined ? overview() : command.help();
}

function say(text: string, context: CliContext): number {
  context.stdout(text);
  return EXIT.ok;
}
