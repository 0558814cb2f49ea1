// Runs `gateway check` in a folder, as the table of commands does, with short limits.
import type { RequestListener } from 'node:http';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { type CliContext, UsageError } from '../../src/cli/context.ts';
import { type GatewayLimits, gatewayCommand } from '../../src/cli/gateway.ts';

const catalog = bundledCatalog();

export interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly today?: string;
  readonly limits?: GatewayLimits;
}

/** The command's status and output. */
export async function run(
  folder: string,
  args: readonly string[],
  { env = {}, today = '2026-11-21', limits = {} }: RunOptions = {},
): Promise<Result> {
  let stdout = '';
  let stderr = '';
  const context: CliContext = {
    version: '0.0.0',
    pageScript: new URL('file:///no/page.js'),
    workingFolder: folder,
    today,
    env,
    catalog: async () => catalog,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    color: false,
    scanWorker: undefined,
    stdin: async () => Buffer.alloc(0),
    grammars: new URL('../../dist/grammars/', import.meta.url),
  };
  try {
    const status = await gatewayCommand(args, context, limits);
    return { status, stdout, stderr };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // As the table of commands does.
    return { status: 2, stdout, stderr: `${stderr}veo-audit: ${error.message}\n` };
  }
}

/** Answers every request with this text. */
export const json: (body: string) => RequestListener = (body) => (_, answer) => {
  answer.setHeader('content-type', 'application/json');
  answer.end(body);
};
