// Expectations that lie in files. `npm run test:update -- TESTS` writes them anew and shows what has changed.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether expectations are written instead of compared. */
export const UPDATES = process.env.UPDATE_EXPECTATIONS === '1';

/** Holds a text against the one that is kept in a file; a missing file stands for `otherwise`. */
export function assertKept(file: string | URL, actual: string, otherwise?: string): void {
  if (UPDATES) {
    if (actual === otherwise) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file instanceof URL ? fileURLToPath(file) : file), { recursive: true });
      writeFileSync(file, actual);
    }
  }
  const kept = otherwise !== undefined && !existsSync(file) ? otherwise : readFileSync(file, 'utf8');
  assert.equal(actual, kept, String(file));
}
