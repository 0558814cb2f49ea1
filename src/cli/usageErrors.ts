// Errors of files and configurations that whoever typed the command can resolve.
import { GitError } from '../workspace/gitError.ts';
import { BrokenConfigError } from '../workspace/loadConfig.ts';
import { BrokenOverlayError } from '../workspace/overlayFile.ts';
import { NoSuchPathError } from '../workspace/walk.ts';
import { UsageError } from './context.ts';

/** Does some work. @throws UsageError where a path is not there or a configuration is broken */
export async function asUsageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`${error.message}.`);
    if ([NoSuchPathError, BrokenConfigError, BrokenOverlayError].some((kind) => error instanceof kind))
      throw new UsageError((error as Error).message);
    throw error;
  }
}
