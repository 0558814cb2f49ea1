// The texts of the editor: all of them are translated, nothing in a translation is missing, of no use, or says other
// placeholders, and each is what people read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { speak, t, type Words } from '../../src/words/words.ts';

const { buildWords, faultsBetween, languages, textsIn } = await import(
  new URL('../../scripts/l10n.mjs', import.meta.url).href
);

const jsonOf = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/words/${name}.txt`, import.meta.url), 'utf8');

describe('the texts of the editor', () => {
  it('are whole in every language', async () => {
    assert.deepEqual(await buildWords(true), []);
    assert.ok(languages().includes('de'));
  });

  it('are read out of the sources, each as it stands; names, addresses, icons and keys are none', async () => {
    const { texts, faults } = await textsIn(new Map([['src/editor/a.ts', fixture('translated')]]));
    assert.deepEqual([...texts.keys()], ['Ask {0}', "It's {0}", 'x']);
    assert.deepEqual(faults, []);
  });

  for (const [what = '', source = ''] of fixture('untranslated')
    .trim()
    .split('\n')
    .map((line) => line.split(' | ')))
    it(`are found where they are not translated: ${what}`, async () => {
      const { faults } = await textsIn(new Map([['src/editor/a.ts', source]]));
      assert.equal(faults.length, 1);
    });
});

describe('a translation', () => {
  const source = { 'Ask {0}…': 'Ask {0}…', 'See `off`': 'See `off`' };

  it('has every text and no other, with the same placeholders, code and marks', () => {
    const whole = { 'Ask {0}…': '{0} fragen…', 'See `off`': 'Siehe `off`' };
    assert.deepEqual(faultsBetween(source, whole, 'x.json'), []);
    const broken = { 'Ask {0}…': '{1} fragen…', 'See `on`': 'Siehe `on`' };
    assert.deepEqual(
      faultsBetween(source, broken, 'x.json').map((fault: string) => fault.split(/[:"]/)[0]?.trim()),
      ['x.json lacks', 'x.json translates', 'x.json'],
    );
  });

  for (const language of languages())
    it(`is what people read: ${language}`, () => {
      const words = jsonOf(`l10n/bundle.l10n.${language}.json`);
      try {
        speak(words);
        for (const [english, text] of Object.entries(words))
          assert.equal(t(english, 'A', 'B', 'C'), filled(text, ['A', 'B', 'C']));
      } finally {
        speak({} satisfies Words);
      }
      assert.equal(t('{0} routes', 2), '2 routes');
    });
});

const filled = (text: string, args: readonly string[]): string =>
  args.reduce((written, arg, index) => written.replaceAll(`{${index}}`, arg), text);
