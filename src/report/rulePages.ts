// Where the pages of rules are read on the web. The project's address is that of package.json.
import { homepage } from '../../package.json';

export const PROJECT_URL = homepage;

/** The address of a rule's page. */
export function rulePage(rule: string): string {
  return `${PROJECT_URL}/blob/main/docs/rules/${rule}.md`;
}
