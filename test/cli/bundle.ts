// Runs the built command line as a child process, as a user does.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const once: { built: boolean } = { built: false };

/** Builds the bundle, once for all tests of a run. */
export function buildBundle(): void {
  if (once.built) return;
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, stdio: 'pipe' });
  once.built = true;
}

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `veo-audit` with these arguments in a folder, its output piped. */
export function veoAudit(folder: string, ...args: readonly string[]): CliResult {
  const { NO_COLOR: _, FORCE_COLOR: __, VEO_AUDIT_DEBUG: ___, ...env } = process.env;
  const result = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, CI: 'true' },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}
