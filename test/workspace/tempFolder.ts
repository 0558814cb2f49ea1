// Folders that exist for one test, and a way to meet the permissions of an ordinary user.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes a folder with these files (path → content), hands it to `use`, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'veo-audit-test-'));
  try {
    chmodSync(folder, 0o755);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder of its own for temporary files, here and in child processes: what is left in it, this test has left. */
export async function withOwnTemp<T>(use: (temp: string) => T | Promise<T>): Promise<T> {
  const { TMPDIR } = process.env;
  return withFolder({}, async (temp) => {
    process.env.TMPDIR = temp;
    try {
      return await use(temp);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
  });
}

const NOBODY = 65534;

/** Runs `action` without the superuser's right to read and write everything. */
export function asOrdinaryUser<T>(action: () => T): T {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}

/** As `asOrdinaryUser`, until the action's promise is settled. */
export async function asOrdinaryUserUntil<T>(action: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  return action().finally(() => process.seteuid?.(0));
}
