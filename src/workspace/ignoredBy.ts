// Which files a team's configuration leaves out.
import ignore from 'ignore';
import type { Config } from '../contracts/schema.ts';

/** Whether a team's configuration leaves a file out. Paths outside the working folder are never left out. */
export function ignoredBy(config: Config): (path: string) => boolean {
  if (config.ignore === undefined || config.ignore.length === 0) return () => false;
  const rules = ignore().add([...config.ignore]);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
