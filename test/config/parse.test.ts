// A configuration is used, or refused with the key, the line and the column of what is wrong.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfig } from '../../src/config/parse.ts';

describe('a configuration', () => {
  it('is empty where nothing is said', () => {
    for (const text of ['', '# only a comment\n', 'null\n', 'rules:\n#  preview-model: off\nroutes:\n'])
      assert.deepEqual(parseConfig(text), { config: {} });
    assert.deepEqual(parseConfig('routes:\n  hero:\n    # owner: me\n'), {
      config: { routes: { hero: {} } },
    });
  });

  it('takes severities and ignored paths; "off" is a word, not a boolean', () => {
    assert.deepEqual(
      parseConfig('rules:\n  preview-model: warning\n  alias-unverified: off\nignore:\n  - fixtures/\n'),
      {
        config: { rules: { 'preview-model': 'warning', 'alias-unverified': 'off' }, ignore: ['fixtures/'] },
      },
    );
  });

  const faults: readonly (readonly [
    what: string,
    text: string,
    line: number,
    column: number,
    message: RegExp,
  ])[] = [
    ['an unknown key', 'ignore: []\nrulez: {}\n', 2, 1, /"rulez".*"rules"/],
    [
      'an unknown rule',
      'rules:\n  preview-model: info\n  shut-down-modl: off\n',
      3,
      3,
      /"rules\.shut-down-modl".*"shut-down-model"/,
    ],
    ['a severity that is none', 'rules:\n  preview-model: fatal\n', 2, 3, /"rules\.preview-model".*warning/],
    ['a list that is none', '\nignore: fixtures/\n', 2, 1, /"ignore"/],
    ['an item of the wrong kind', 'ignore:\n  - a\n  - 3\n', 3, 5, /"ignore\.1"/],
    ['a key that is there twice', 'ignore: []\nignore: []\n', 2, 1, /YAML/],
    ['a flow that never closes', 'rules: {preview-model: off\n', 2, 1, /YAML/],
    ['a tab for indentation', 'rules:\n\tpreview-model: off\n', 2, 1, /YAML/],
    ['CRLF line ends', 'ignore: []\r\nrules:\r\n  nonsense: off\r\n', 3, 3, /"rules\.nonsense"/],
  ];
  for (const [what, text, line, column, message] of faults) {
    it(`names key and place: ${what}`, () => {
      const parsed = parseConfig(text);
      assert.ok('faults' in parsed, 'it was accepted');
      const [first] = parsed.faults;
      assert.deepEqual({ line: first?.line, column: first?.column }, { line, column });
      assert.match(first?.message ?? '', message);
    });
  }

  it('lists every fault, in the order of the file', () => {
    const parsed = parseConfig('rulez: 1\nrules:\n  x: off\nignroe: 2\n');
    assert.ok('faults' in parsed);
    assert.deepEqual(parsed.faults.map(({ line }) => line).sort(), [1, 3, 4]);
  });

  it('never throws, and a bomb of aliases is refused', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, index) => `k${index}: &k${index} [${index === 0 ? 'x' : `*k${index - 1},`.repeat(9)}]`,
    );
    assert.ok('faults' in parseConfig(bomb.join('\n')));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abr:-[]{}&*!|>"\'#%@\n\t ,?ules') }), (text) => {
        const parsed = parseConfig(text);
        if ('faults' in parsed)
          assert.ok(parsed.faults.every(({ line, message }) => line >= 1 && message !== ''));
      }),
    );
  });

  it('says what is wrong with a key that is a list by its fault alone, not on standard error as well', async () => {
    const warned: Error[] = [];
    const onWarning = (warning: Error): void => void warned.push(warning);
    process.on('warning', onWarning);
    assert.ok('faults' in parseConfig('rules:\n  [a, b]: off\n'));
    await new Promise(setImmediate);
    process.off('warning', onWarning);
    assert.deepEqual(warned, []);
  });

  it('refuses a file that nests too deep to be read', () => {
    assert.deepEqual(parseConfig(`ignore: ${'['.repeat(96_000)}`), {
      faults: [{ message: 'it nests too deep to be read', line: 1, column: 1 }],
    });
  });
});
