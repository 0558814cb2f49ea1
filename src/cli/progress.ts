// A progress line on standard error, once a scan has lasted long enough to wonder.

import { counted } from '../outlets/counted.ts';
import { thousands } from '../thousands.ts';
import type { CliContext } from './context.ts';

/** Milliseconds before the first line, and between two. */
const PATIENCE = 1000;
const PACE = 200;
const PACE_WITHOUT_TERMINAL = 10_000;

/** `show` may be called at any rate; `clear` removes the line before other output. */
export function progressLine(
  { stderr, rewriteLine }: Pick<CliContext, 'stderr' | 'rewriteLine'>,
  now = Date.now,
) {
  let next = now() + (rewriteLine ? PATIENCE : PACE_WITHOUT_TERMINAL);
  let shown = false;
  return {
    show(looked: number, found: number): void {
      if (now() < next) return;
      next = now() + (rewriteLine ? PACE : PACE_WITHOUT_TERMINAL);
      shown = true;
      const line = `Looked at ${thousands(looked)} of ${counted(found, 'file')}`;
      if (rewriteLine === undefined) stderr(`${line}\n`);
      else rewriteLine(line);
    },
    clear(): void {
      if (shown) rewriteLine?.('');
    },
  };
}
