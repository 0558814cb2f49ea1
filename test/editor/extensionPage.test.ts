// The page of the extension in the package: the head of the README, with nothing that cannot be shown there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const { extensionPage } = await import(new URL('scripts/extension-readme.mjs', root).href);
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** Where links and pictures of a text lead. */
const targets = (page: string) => [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? '');

describe('the page of the extension', () => {
  it('has its pictures at the repository that there is', () => {
    const page: string = extensionPage(readme, 'https://example.org/repo/raw/HEAD');
    assert.equal(
      page.match(/!\[[^\]]+\]\(https:\/\/example\.org\/repo\/raw\/HEAD\/media\/.+\.png\)/g)?.length,
      4,
    );
    for (const target of targets(page)) assert.match(target, /^https:/);
  });

  it('names the walkthrough where there is none', () => {
    const page: string = extensionPage(readme, null);
    assert.deepEqual(targets(page), []);
    assert.ok(page.includes('Open Walkthrough'));
    assert.ok(!page.includes('npm '), 'building it is for the repository');
  });
});
