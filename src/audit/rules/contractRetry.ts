// retry-policy and rate-limit, for what contracts promise themselves: retries that cannot help, waits that end too early.

import type { NamedContract } from '../../contracts/resolve.ts';
import { targetsOf } from '../../contracts/resolve.ts';
import type { RetryStatement, Stated } from '../../routes/config/types.ts';
import { triggerOf } from '../promises.ts';
import type { ContractContext, FileFinding, Rule } from '../rule.ts';
import { latencyOf, rateLimit } from './rateLimit.ts';
import { retryFaults, retryPolicy } from './retryPolicy.ts';

/** A retry that a contract promises is held against what each error needs, as one of a gateway is. */
export const contractRetry: Rule<'contracts'> = {
  scope: 'contracts',
  meta: retryPolicy.meta,
  *check(context) {
    for (const named of context.contracts) {
      const statement = statementOf(named, context);
      if (statement !== null) yield* retryFaults({}, context.configFile, statement);
    }
  },
};

function statementOf({ name, contract }: NamedContract, context: ContractContext): RetryStatement | null {
  const { retry } = contract;
  if (retry === undefined) return null;
  const place = (...path: readonly (string | number)[]) => context.place(['routes', name, 'retry', ...path]);
  const stated = <T>(key: keyof typeof retry, value: T | undefined): Stated<T> | null =>
    value === undefined ? null : { value, ...place(key) };
  return {
    ...place(),
    on: (retry.on ?? []).map((condition, index) => ({
      value: triggerOf(condition),
      ...place('on', index),
    })),
    attempts: stated('attempts', retry.attempts),
    backoff: stated('backoff', retry.backoff),
    firstWaitSeconds: stated('firstWaitSeconds', retry.firstWaitSeconds),
    longestWaitSeconds: stated('longestWaitSeconds', retry.longestWaitSeconds),
  };
}

/** A job that is given up before a video can be there is paid for all the same. */
export const contractPolling: Rule<'contracts'> = {
  scope: 'contracts',
  meta: rateLimit.meta,
  *check(context) {
    for (const named of context.contracts) {
      const wait = longestWait(named);
      if (wait === null) continue;
      const latencies = targetsOf(named, context).flatMap(
        ({ canonical, surface }) =>
          (canonical === null ? null : latencyOf(context.catalog, canonical, surface)) ?? [],
      );
      const [takes] = latencies;
      if (takes === undefined || wait.seconds >= takes.max) continue;
      yield given(named, context, wait, takes);
    }
  },
};

interface Wait {
  readonly seconds: number;
  readonly key: 'deadlineSeconds' | 'attempts';
}

/** How long a job is asked for at most, by the contract. */
function longestWait({ contract: { polling = {} } }: NamedContract): Wait | null {
  const { deadlineSeconds, attempts, intervalSeconds } = polling;
  const counted =
    attempts === undefined || intervalSeconds === undefined ? undefined : attempts * intervalSeconds;
  if (deadlineSeconds !== undefined && deadlineSeconds <= (counted ?? deadlineSeconds))
    return { seconds: deadlineSeconds, key: 'deadlineSeconds' };
  return counted === undefined ? null : { seconds: counted, key: 'attempts' };
}

function given(
  { name }: NamedContract,
  context: ContractContext,
  { seconds, key }: Wait,
  { min, max }: { readonly min: number; readonly max: number },
): FileFinding {
  const hopeless = seconds < min;
  return {
    file: context.configFile,
    ...context.place(['routes', name, 'polling', key]),
    message: `The contract ${name} stops polling after ${Number(seconds.toFixed(3))} s, but a video takes ${min} to ${max} s. Raise it: the job goes on and is billed.`,
    fix: null,
    severity: hopeless ? 'warning' : 'info',
  };
}
