// What the rules over the graph say of the samples: one line a finding, as it is kept beside this test.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/audit/edits.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { fileReportsOf } from '../../src/audit/runRules.ts';
import { positionCounter } from '../../src/detect/lines.ts';
import { assertKept } from '../kept.ts';
import { contextOf, type Files, findings } from './rules/graphContext.ts';

const SAMPLES = new URL('../../samples/formats/', import.meta.url);
const EXPECTED = new URL('./graphSamples.findings', import.meta.url);

const paths = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(SAMPLES.pathname.length - 1).replace(/^\/+/, ''))
  .sort();
const textOf = (path: string): string => readFileSync(new URL(path, SAMPLES), 'utf8');

/** Each sample stands for a project of its own. */
function lines(): readonly string[] {
  return paths.flatMap((path) => {
    const text = textOf(path);
    const position = positionCounter(text);
    return fileReportsOf('graph', contextOf({ [path]: text })).map(({ meta, finding }) => {
      const { line, column } = position(finding.start);
      const fix = finding.fix === null ? '' : ` [${finding.fix.title}]`;
      return `${path}:${line}:${column} ${finding.severity ?? meta.severity} ${meta.id}: ${finding.message}${fix}`;
    });
  });
}

describe('rules over the graph of the samples', () => {
  it('say what is kept beside this test', () => {
    assertKept(EXPECTED, `${lines().join('\n')}\n`);
  });

  it('each speak at least once, but for those that samples do not show', () => {
    const spoken = new Set(lines().map((line) => /^\S+ \w+ ([\w-]+):/.exec(line)?.[1]));
    const silent = RULES.flatMap(({ meta, scope }) => (scope === 'graph' ? meta.id : [])).filter(
      (id) => !spoken.has(id),
    );
    assert.deepEqual(silent, ['fallback-undeclared', 'fallback-unapproved']);
  });

  for (const path of paths) {
    it(`${path}: a second run finds nothing more to fix`, () => {
      const fixesOf = (files: Files) => findings(files).flatMap(({ fix }) => fix?.edits ?? []);
      const fixed = applyEdits(textOf(path), fixesOf({ [path]: textOf(path) }));
      assert.deepEqual(fixesOf({ [path]: fixed }), []);
    });
  }
});
