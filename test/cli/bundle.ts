// Runs the built command line as a child process, as a user does.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Builds the bundle unless it is newer than every source: test files that run side by side share it. */
export function buildBundle(): void {
  if (newest(SOURCES) < changed(CLI)) return;
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, stdio: 'pipe' });
}

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newest = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true }).map((name) => changed(join(folder, String(name)))));

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a person at a terminal: without what runners of tests set for their output. */
export function usersEnv(): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, VEO_AUDIT_DEBUG: ___, CI: ____, ...env } = process.env;
  return env;
}

/** Runs `veo-audit` with these arguments in a folder, its output piped, without a cache. */
export const veoAudit = (folder: string, ...args: readonly string[]): CliResult =>
  veoAuditCaching('/dev/null', folder, ...args);

/** The same with the user's caches in a folder. */
export function veoAuditCaching(caches: string, folder: string, ...args: readonly string[]): CliResult {
  const result = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...usersEnv(), CI: 'true', XDG_CACHE_HOME: caches },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}
