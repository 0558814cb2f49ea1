// Every way a smoke test can fail, as data: whether to try again and how, where it ends, what to do next.

/** How long to wait before the next try. Milliseconds. */
export type RetryRule =
  | { readonly kind: 'never' }
  | {
      readonly kind: 'exponential';
      readonly firstMs: number;
      readonly maxMs: number;
      readonly retries: number;
    }
  | { readonly kind: 'linear'; readonly firstMs: number; readonly stepMs: number; readonly retries: number }
  | { readonly kind: 'once'; readonly minMs: number; readonly maxMs: number };

export type EndState = 'failed' | 'filtered' | 'timed-out' | 'abandoned';

export interface FailureClass {
  readonly retry: RetryRule;
  readonly ends: EndState;
  /** One sentence on what to do next. */
  readonly next: string;
  /** The same for a simulation, where `next` speaks of money. */
  readonly simulatedNext?: string;
}

const NEVER: RetryRule = { kind: 'never' };
const EXPONENTIAL: RetryRule = { kind: 'exponential', firstMs: 1_000, maxMs: 64_000, retries: 7 };
const LINEAR: RetryRule = { kind: 'linear', firstMs: 30_000, stepMs: 15_000, retries: 4 };
const ONCE: RetryRule = { kind: 'once', minMs: 5_000, maxMs: 10_000 };

export const FAILURES = {
  // answers of the other side
  'rate-limited': {
    retry: EXPONENTIAL,
    ends: 'failed',
    next: 'Wait for the quota of the project to recover, run fewer routes at once, or ask for a higher limit; a refused request is not billed.',
    simulatedNext: 'The simulated quota was used up: run fewer routes at once, then run it again.',
  },
  overloaded: {
    retry: LINEAR,
    ends: 'failed',
    next: 'The service is overloaded, not your quota: run the test again in an hour or outside North American working hours.',
  },
  internal: {
    retry: ONCE,
    ends: 'failed',
    next: 'The service failed twice in itself: stop sending to this route, check its status page and try again later.',
  },
  'bad-request': {
    retry: NEVER,
    ends: 'failed',
    next: 'Change the request as the message says; the same request will be refused everywhere, so do not fall back.',
  },
  unauthenticated: {
    retry: NEVER,
    ends: 'failed',
    next: 'Give a key or token that is valid for this host; tokens of Google Cloud live for one hour.',
  },
  forbidden: {
    retry: NEVER,
    ends: 'failed',
    next: "Check that billing is active, that the API is enabled and that the key's project has access to this model.",
    simulatedNext: 'The simulated surface refused the key: check what the real one gives access to.',
  },
  'retired-id': {
    retry: NEVER,
    ends: 'failed',
    next: 'This ID no longer answers here: replace it as `veo-audit explain` says, then run the test again.',
  },
  'not-found': {
    retry: NEVER,
    ends: 'failed',
    next: 'Check the base URL, the project, the location and the spelling of the model ID.',
  },
  redirected: {
    retry: NEVER,
    ends: 'failed',
    next: 'Set the base URL to the address that really answers; a key is never carried along a redirect to another host.',
  },
  'gateway-failure': {
    retry: ONCE,
    ends: 'failed',
    next: "A proxy on the way gave up: check the gateway's log and raise its time limit.",
  },
  // no usable answer
  unreachable: {
    retry: LINEAR,
    ends: 'failed',
    next: 'No answer came from the host: check the network, the proxy and the base URL; a job that was accepted goes on.',
  },
  'lost-answer': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Nobody can say whether a job was started, so a paid one may run: look for it before you send another.',
    simulatedNext: 'Whether a job was started is not known: a live run would stop here, too.',
  },
  'not-listed': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'A list without the job does not prove that none was started: compare the bill with your runs before you send another.',
    simulatedNext: 'Whether a job was started is not known: a live run would stop here, too.',
  },
  'malformed-answer': {
    retry: LINEAR,
    ends: 'failed',
    next: 'The answer is not what this endpoint family speaks: check the base URL and the family of the route.',
  },
  // the job
  filtered: {
    retry: NEVER,
    ends: 'filtered',
    next: 'Change the prompt; the route itself works and nothing is billed by Google for a filtered video.',
    simulatedNext: 'Change the prompt.',
  },
  'operation-failed': {
    retry: NEVER,
    ends: 'failed',
    next: 'Act on this message, then run the test again; a failed job is not billed by Google, a gateway may differ.',
    simulatedNext: 'Act on this message, then run the test again.',
  },
  'no-video': {
    retry: NEVER,
    ends: 'failed',
    next: 'Gateways often show a filtered video like this: look at the log of the gateway and try another prompt.',
  },
  stalled: {
    retry: NEVER,
    ends: 'timed-out',
    next: 'It may yet be billed: resume the run later, its handle is kept.',
    simulatedNext: 'Resume the run, its handle is kept.',
  },
  'operation-gone': {
    retry: NEVER,
    ends: 'failed',
    next: 'The service no longer knows the job: handles and files of the Gemini API live for two days; check the billing report before you send another.',
    simulatedNext: 'The job is not known any more: run the test again.',
  },
  expired: {
    retry: NEVER,
    ends: 'failed',
    next: 'The video was made but its file is gone (the Gemini API keeps files for two days): store the output at once in production.',
  },
  'download-failed': {
    retry: LINEAR,
    ends: 'failed',
    next: 'The video is made and paid for but could not be fetched: resume the run, which asks for it again without a new job.',
    simulatedNext:
      'The video could not be fetched: resume the run, which asks for it again without a new job.',
  },
  'not-an-mp4': {
    retry: NEVER,
    ends: 'failed',
    next: 'What came back is no whole MP4: resume the run to fetch it again, and ask the provider if it stays so.',
  },
  'not-as-requested': {
    retry: NEVER,
    ends: 'failed',
    next: 'The video is not what was asked for: compare the checks; a gateway may drop or change parameters.',
  },
  // our own refusals: nothing was sent
  'dead-id': {
    retry: NEVER,
    ends: 'failed',
    next: 'Replace the model ID; nothing was sent.',
  },
  'unsupported-request': {
    retry: NEVER,
    ends: 'failed',
    next: 'Change the parameter; nothing was sent.',
  },
  'no-key': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Give a key for exactly this host; nothing was sent.',
  },
  'no-token': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Sign in with `gcloud auth application-default login` or give VERTEX_ACCESS_TOKEN, then run or resume it; this request did not leave.',
  },
  'over-ceiling': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Raise the cost ceiling or ask for less; nothing was sent.',
  },
  'not-confirmed': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Confirm the run to send the request; nothing was sent.',
  },
  'cancelled-early': {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Run it again when you like; nothing was sent.',
  },
  cancelled: {
    retry: NEVER,
    ends: 'abandoned',
    next: 'Cancelling does not stop the bill: the job goes on, its handle is kept, and resuming the run fetches the video.',
    simulatedNext: 'Resume the run to go on with its job.',
  },
  'out-of-time': {
    retry: NEVER,
    ends: 'timed-out',
    next: 'The deadline passed before the request was accepted: run it again when the service is less busy; no job was started.',
  },
  // the controlled failure
  'accepted-bad-request': {
    retry: NEVER,
    ends: 'failed',
    next: 'The route accepted what it should refuse and a job is running, which may be billed: it does not fail closed.',
    simulatedNext: 'The route accepted what it should refuse: it does not fail closed.',
  },
} as const satisfies Readonly<Record<string, FailureClass>>;

export type FailureId = keyof typeof FAILURES;

/** What to do after a failure; of a simulation without a word on bills. */
export function nextAfter(failure: FailureId, simulated: boolean): string {
  const { next, simulatedNext }: FailureClass = FAILURES[failure];
  return (simulated ? simulatedNext : undefined) ?? next;
}

/**
 * How long to wait before try number `tried` + 1, null when there is no further try.
 * `hintMs` is what the server asked for; it lengthens a wait, never shortens one, and never makes a failure retried.
 */
export function retryDelay(
  failure: FailureId,
  tried: number,
  hintMs: number | null,
  random: () => number,
): number | null {
  const own = ownDelay(FAILURES[failure].retry, tried, random);
  return own === null ? null : Math.max(own, hintMs ?? 0);
}

/** @param tried how often it has been tried, at least 1 */
function ownDelay(rule: RetryRule, tried: number, random: () => number): number | null {
  switch (rule.kind) {
    case 'never':
      return null;
    case 'once':
      return tried > 1 ? null : rule.minMs + random() * (rule.maxMs - rule.minMs);
    case 'linear':
      return tried > rule.retries ? null : rule.firstMs + rule.stepMs * (tried - 1);
    case 'exponential': {
      if (tried > rule.retries) return null;
      const delay = Math.min(rule.maxMs, rule.firstMs * 2 ** (tried - 1));
      return Math.min(rule.maxMs, delay * (1 + 0.3 * random()));
    }
  }
}
