// Turning a rule off in the text of a configuration: the rest of the file stays as people wrote it.
import assert from 'node:assert/strict';
import { applyEdits } from '../../src/audit/edits.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { initialConfig } from '../../src/config/init.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { ruleLevelEdit } from '../../src/config/ruleLevel.ts';

const turnedOff = (text: string): string | null => {
  const edit = ruleLevelEdit(text, 'preview-model', 'off');
  return edit === null ? null : applyEdits(text, [edit]);
};

describe('the severity of a rule in a configuration', () => {
  const cases: readonly (readonly [name: string, before: string, after: string | null])[] = [
    ['an empty file', '', 'rules:\n  preview-model: off\n'],
    ['no rules yet', 'ignore: [a]', 'ignore: [a]\nrules:\n  preview-model: off\n'],
    ['an empty map', 'rules: {}\n# end\n', 'rules: \n  preview-model: off\n# end\n'],
    ['no value', 'rules:\n# end\n', 'rules:\n  preview-model: off\n# end\n'],
    [
      'other rules',
      'rules:\n    # ours\n    stale-catalog: hint # why\n',
      'rules:\n    # ours\n    preview-model: off\n    stale-catalog: hint # why\n',
    ],
    [
      'a map in one line',
      'rules: { stale-catalog: hint }\n',
      'rules: { preview-model: off, stale-catalog: hint }\n',
    ],
    ['another severity', 'rules:\n  preview-model: "error" # x\n', 'rules:\n  preview-model: off # x\n'],
    [
      'Windows line ends',
      'rules:\r\n  stale-catalog: hint\r\n',
      'rules:\r\n  preview-model: off\r\n  stale-catalog: hint\r\n',
    ],
    ['off already', 'rules: { preview-model: off }\n', null],
    ['a broken file', 'rules: [\n', null],
    ['a faulty file', 'rulez: {}\n', null],
  ];
  for (const [name, before, after] of cases)
    it(`is set in ${name}`, () => {
      assert.equal(turnedOff(before), after);
    });

  it('is set in the configuration that Create writes', () => {
    const text = turnedOff(initialConfig([], bundledCatalog(), '2026-11-24')) ?? '';
    const parsed = parseConfig(text);
    assert.deepEqual('config' in parsed && parsed.config.rules, { 'preview-model': 'off' });
  });
});
