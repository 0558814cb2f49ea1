// Where the pages of rules are read on the web. The project's address is that of package.json.
import { homepage } from '../../package.json';
import { RULE_METAS } from '../audit/engine.ts';
import type { RuleMeta } from '../audit/types.ts';

export const PROJECT_URL = homepage;

/** The address of a rule's page. */
export function rulePage(rule: string): string {
  return `${PROJECT_URL}/blob/main/docs/rules/${rule}.md`;
}

const BY_ID: ReadonlyMap<string, RuleMeta> = new Map(RULE_METAS.map((meta) => [meta.id, meta]));

/** What a rule is; undefined for an ID that no rule has. */
export function ruleMeta(id: string): RuleMeta | undefined {
  return BY_ID.get(id);
}
