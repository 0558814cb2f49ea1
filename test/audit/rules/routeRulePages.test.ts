// Every rule about requests has a page that opens with its ID and says what the rule says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chatEndpoint } from '../../../src/audit/rules/chatEndpoint.ts';
import { retriedSubmit } from '../../../src/audit/rules/retriedSubmit.ts';
import { sdkDroppedVeo } from '../../../src/audit/rules/sdkDroppedVeo.ts';
import { unboundedPolling } from '../../../src/audit/rules/unboundedPolling.ts';
import { unsupportedParameter } from '../../../src/audit/rules/unsupportedParameter.ts';

describe('pages of rules about requests', () => {
  for (const { meta } of [
    unsupportedParameter,
    sdkDroppedVeo,
    chatEndpoint,
    unboundedPolling,
    retriedSubmit,
  ]) {
    it(`${meta.id} is what its page says`, () => {
      const page = readFileSync(new URL(`../../../docs/rules/${meta.id}.md`, import.meta.url), 'utf8');
      const [title, , summary, , severity] = page.split('\n');
      assert.deepEqual([title, summary], [`# ${meta.id}`, meta.summary]);
      assert.ok(severity?.startsWith(`Severity: ${meta.severity}.`), severity);
    });
  }
});
