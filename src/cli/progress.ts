// A progress line on standard error, once a scan has lasted long enough to wonder.
import type { CliContext } from './context.ts';

/** Milliseconds before the first line, and between two. */
const PATIENCE = 1000;
const PACE = 200;
const PACE_WITHOUT_TERMINAL = 10_000;

/** `show` may be called at any rate; `clear` removes the line before other output. */
export function progressLine(
  { stderr, liveProgress }: Pick<CliContext, 'stderr' | 'liveProgress'>,
  now = Date.now,
) {
  let next = now() + (liveProgress ? PATIENCE : PACE_WITHOUT_TERMINAL);
  let shown = false;
  return {
    show(looked: number, found: number): void {
      if (now() < next) return;
      next = now() + (liveProgress ? PACE : PACE_WITHOUT_TERMINAL);
      shown = true;
      const line = `Looked at ${looked} of ${found} files`;
      stderr(liveProgress ? `\r${line}` : `${line}\n`);
    },
    clear(): void {
      if (shown && liveProgress) stderr('\r\u001b[K');
    },
  };
}
