// Help in a veo-audit.yaml: what is said of a key, and what may stand at the cursor (marked by `|`).
import assert from 'node:assert/strict';
import { keyHelpAt, suggestionsAt } from '../../src/config/assist.ts';

function cut(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'the cursor is marked');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function labels(marked: string): readonly string[] {
  const { text, offset } = cut(marked);
  return suggestionsAt(text, offset).map(({ label }) => label);
}

function help(marked: string) {
  const { text, offset } = cut(marked);
  return keyHelpAt(text, offset);
}

describe('help in a veo-audit.yaml', () => {
  it('says of a key what the schema says', () => {
    assert.match(help('routes:\n  film:\n    stor|age: gs://a\n')?.description ?? '', /kept/);
    assert.match(help('smoke:\n  max|AgeDays: 30\n')?.description ?? '', /30/);
    assert.match(help('ro|utes:\n')?.description ?? '', /contracts/);
  });

  it('says which words a value may be', () => {
    assert.deepEqual(help('routes:\n  film:\n    environ|ment: production\n')?.options, [
      'production',
      'staging',
      'development',
      'research',
    ]);
  });

  it('covers the key and nothing else', () => {
    const { text, offset } = cut('routes:\n  film:\n    own|er: x\n');
    const found = keyHelpAt(text, offset);
    assert.equal(found && text.slice(found.start, found.end), 'owner');
  });

  it('is silent on names that people choose, on values and on unknown keys', () => {
    assert.equal(help('routes:\n  fi|lm:\n    owner: x\n'), null);
    assert.equal(help('routes:\n  film:\n    owner: x|y\n'), null);
    assert.equal(help('routes:\n  film:\n    ownr|s: x\n'), null);
  });
});

describe('what may stand at the cursor', () => {
  it('is a key of the top in an empty file', () => {
    assert.deepEqual(labels('|'), ['rules', 'places', 'ignore', 'routes', 'gateways', 'prices', 'smoke']);
  });

  it('is a key that is not there yet', () => {
    const keys = labels('routes:\n  film:\n    owner: x\n    |\n');
    assert.ok(keys.includes('environment') && keys.includes('budgets'));
    assert.ok(!keys.includes('owner'));
  });

  it('is a key of a group that is begun', () => {
    assert.deepEqual(labels('routes:\n  film:\n    budgets:\n      |\n'), ['usdPerRequest', 'usdPerMonth']);
    assert.deepEqual(labels('routes:\n  film:\n    budgets: { usd| }\n'), ['usdPerRequest', 'usdPerMonth']);
  });

  it('is a key of an item of a list', () => {
    assert.ok(labels('prices:\n  - model: veo-3.1-generate-001\n    |\n').includes('checkedOn'));
    assert.deepEqual(labels('routes:\n  a:\n    fallbacks:\n      approved:\n        - |\n'), ['to', 'when']);
  });

  it('is a word of a choice', () => {
    assert.deepEqual(labels('routes:\n  film:\n    environment: |\n'), [
      'production',
      'staging',
      'development',
      'research',
    ]);
    assert.deepEqual(labels('rules:\n  preview-model: o|\n'), ['error', 'warning', 'info', 'hint', 'off']);
    assert.deepEqual(labels('routes:\n  a:\n    request: { audio: | }\n'), ['true', 'false']);
  });

  it('is a rule under rules', () => {
    assert.ok(labels('rules:\n  shut|\n').includes('shut-down-model'));
  });

  it('takes the place of the word that is begun', () => {
    const { text, offset } = cut('routes:\n  film:\n    environ|m: x\n');
    const [first] = suggestionsAt(text, offset);
    assert.equal(first && text.slice(first.start, first.end), 'environm');
  });

  it('is nothing where people choose', () => {
    assert.deepEqual(labels('routes:\n  |\n'), []);
    assert.deepEqual(labels('routes:\n  film:\n    owner: |\n'), []);
    assert.deepEqual(labels('# |\nrules: {}\n'), []);
  });

  it('survives text that is no YAML', () => {
    for (const marked of ['{{{|', 'a: [|', '"|', 'routes:\n\t|', 'x: &a *a|', '- - |: -']) labels(marked);
  });
});
