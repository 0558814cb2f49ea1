// Every rule has a page, every page a rule, and what they share says the same.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { RULE_METAS } from '../../src/audit/engine.ts';

const FOLDER = new URL('../../docs/rules/', import.meta.url);
const SECTIONS = ['Why', 'Example', 'Fix', 'Sources', 'Suppress'];
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

describe('rule pages', () => {
  it('there is one for each rule and no other', () => {
    const pages = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), RULE_METAS.map((meta) => `${meta.id}.md`).sort());
  });

  for (const meta of RULE_METAS) {
    it(`${meta.id} begins with the metadata and has every section`, () => {
      const text = read(`${meta.id}.md`);
      const [title, , summary, , facts] = text.split('\n');
      assert.equal(title, `# ${meta.id}`);
      assert.equal(summary, meta.summary);
      assert.equal(
        facts,
        `Default severity: **${meta.severity}** · Fix: **${meta.fixable ? 'yes' : 'no'}**`,
        'run node scripts/build-docs.mjs',
      );
      assert.deepEqual(
        [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]),
        SECTIONS,
      );
    });
  }

  it('the table of the folder is that of the metadata', () => {
    const rows = read('README.md')
      .split('\n')
      .filter((line) => line.startsWith('| ['));
    assert.deepEqual(
      rows,
      RULE_METAS.map(
        ({ id, severity, fixable, summary }) =>
          `| [${id}](${id}.md) | ${severity} | ${fixable ? 'yes' : ''} | ${summary} |`,
      ),
      'run node scripts/build-docs.mjs',
    );
  });

  it('links lead to pages that exist', () => {
    const pages = readdirSync(FOLDER);
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([\w-]+\.md)\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !pages.includes(target))
        .map((target) => `${page} → ${target}`),
    );
    assert.deepEqual(dead, []);
  });
});
