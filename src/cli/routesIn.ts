// Finds the routes under some paths, for commands that speak of routes and not of findings.
import { foundRoutes } from '../audit/contractAudit.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { FoundRoute } from '../contracts/match.ts';
import type { Config } from '../contracts/schema.ts';
import { auditFiles, type FileRun } from '../workspace/auditFiles.ts';
import { Scan } from '../workspace/scan.ts';
import type { CliContext } from './context.ts';
import { refuseUnreadPaths } from './partial.ts';
import { asUsageError } from './usageErrors.ts';

export interface RouteQuestion {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly asOf: Day;
}

/** Audits the paths (default: the working folder) and gives the run with its routes by file and position. */
export async function routesIn(
  paths: readonly string[],
  question: RouteQuestion,
  { workingFolder, scanWorker, grammars }: Pick<CliContext, 'workingFolder' | 'scanWorker' | 'grammars'>,
): Promise<{ readonly run: FileRun; readonly routes: readonly FoundRoute[] }> {
  return asUsageError(async () => {
    const scan = new Scan(paths.length === 0 ? ['.'] : paths, {
      workingFolder,
      noIgnore: false,
      ...(scanWorker === undefined ? {} : { worker: scanWorker }),
    });
    const run = await auditFiles(scan, { workingFolder, grammars, ...question });
    refuseUnreadPaths(paths, run.skipped, { workingFolder });
    return { run, routes: foundRoutes(run.audits, CONFIG_FILE) };
  });
}
