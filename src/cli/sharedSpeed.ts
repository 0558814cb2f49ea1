// The speed that a run and its simulator share: a deadline that passes faster than the job is made proves nothing.
import { bodyText, type Transport } from '../smoke/http.ts';
import { at, parseJson } from '../smoke/json.ts';
import type { SmokeContext, SmokeSettings } from './smokeSettings.ts';

const TIMEOUT_MS = 5_000;

/** The speed of a simulator that runs already, where it tells it; otherwise the one that the flags settle. */
export async function sharedSpeed(
  { origin, speed, speedAsked }: Pick<SmokeSettings, 'origin' | 'speed' | 'speedAsked'>,
  transport: Transport,
  { stderr }: Pick<SmokeContext, 'stderr'>,
): Promise<number> {
  const told = origin === null ? null : await speedAt(origin, transport);
  if (told === null || told === speed) return speed;
  if (speedAsked)
    stderr(
      `The simulator at ${origin} runs at speed ${told}, so --speed ${speed} has no effect. Start it by veo-audit simulate --speed ${speed}.\n`,
    );
  return told;
}

/** Null where nobody answers or the answer does not tell: the run itself says what is wrong. */
async function speedAt(origin: string, transport: Transport): Promise<number | null> {
  const url = `${origin}/_simulator`;
  const answer = await transport({
    ...{ method: 'GET', url, headers: { accept: 'application/json' }, body: null },
    timeoutMs: TIMEOUT_MS,
  }).catch(() => null);
  const told = answer?.status === 200 ? at(parseJson(bodyText(answer)), 'speed') : undefined;
  return typeof told === 'number' && told > 0 ? told : null;
}
