// What stands beside an ID: the brackets that hold it, its row or paragraph, and the versions that are named there.
import assert from 'node:assert/strict';
import { isMentioned, neighbourhood, versionBeside, versionOf } from '../../src/audit/neighbours.ts';

/** A text whose marked part is the reference. */
function marked(text: string) {
  const start = text.indexOf('«');
  return { text: text.replaceAll(/[«»]/g, ''), reference: { start, end: text.indexOf('»') - 1 } };
}

function around(path: string, source: string): readonly string[] {
  const { text, reference } = marked(source);
  return neighbourhood({ path, text }, reference).map(({ start, end }) => text.slice(start, end));
}

describe('the brackets around an ID', () => {
  const cases: readonly (readonly [text: string, ...brackets: string[]])[] = [
    ['m = «X»'],
    ['f(a) + «X» + g(b)'],
    [
      'f(a, [b, { m: «X», n: (1) }, c], d)',
      '{ m: X, n: (1) }',
      '[b, { m: X, n: (1) }, c]',
      '(a, [b, { m: X, n: (1) }, c], d)',
    ],
    ['({[(«X»)]})', '(X)', '[(X)]', '{[(X)]}'],
    ['{ a: [1, { b: 2 }], m: «X» }', '{ a: [1, { b: 2 }], m: X }'],
    ['{ m: «X», a: [1, { b: 2 }] }, c', '{ m: X, a: [1, { b: 2 }] }'],
    ['x; { m: «X», ', '{ m: X, '],
  ];
  for (const [text, ...brackets] of cases)
    it(JSON.stringify(text), () => assert.deepEqual(around('a.ts', text), brackets));

  it('are followed for 4,000 characters to each side', () => {
    const found = (before: number) => around('a.ts', `{${' '.repeat(before)}«X»}`).length;
    assert.deepEqual([3999, 4000].map(found), [1, 0]);
    const after = (count: number) => around('a.ts', `{«X»${'.'.repeat(count)}}z`)[0]?.at(-1);
    assert.deepEqual([3998, 3999, 4000].map(after), ['}', '.', '.']);
  });
});

describe('the lines around an ID', () => {
  it('are those up to an empty one, where maps are blocks of lines', () => {
    const text = 'a: 1\n\nb: 2\nm: «X» # why\nc: 3\n  \nd: 4\n';
    for (const path of ['a.toml', 'a.yml', 'main.tf', '.env', '.env.local', 'a.go', 'a.rb'])
      assert.deepEqual(around(path, text), ['b: 2\nm: X # why\nc: 3'], path);
    for (const path of ['a.ts', 'a.py', 'src/env.ts', 'a.env.ts', 'environment'])
      assert.deepEqual(around(path, text), [], path);
  });

  it('are thirty to each side at most, its own among them', () => {
    const lines = (letter: string) =>
      Array.from({ length: 40 }, (_, index) => `${letter}${index}`).join('\n');
    const [found = ''] = around('a.toml', `${lines('a')}\nm «X»\n${lines('b')}`);
    const all = found.split('\n');
    assert.deepEqual([all[0], all.at(-1), all.length], ['a11', 'b28', 59]);
  });

  it('are one line in the JSON of a notebook', () => {
    assert.deepEqual(around('a.ipynb', '{\n"source": ["m = «X»\\n"],\n"b": 1}'), ['"source": ["m = X\\n"],']);
    assert.deepEqual(around('a.ipynb', '{"source": ["m = «X»"]}'), ['{"source": ["m = X"]}']);
  });
});

describe('the row of a list in YAML', () => {
  const cases: readonly (readonly [what: string, text: string, row: string])[] = [
    [
      'is what has a name that no other has',
      '- name: a\n  m: «X»\n  n: 1\n- name: b\n  m: Y\n',
      '- name: a\n  m: X\n  n: 1',
    ],
    [
      'is the last one, too',
      'list:\n  - model_name: "a"\n    m: Y\n\n  - model_name: "b"\n    m: «X»\n',
      '  - model_name: "b"\n    m: X\n',
    ],
    [
      'may have its name behind',
      '- m: «X»\n  alias: a # first\n- m: Y\n  alias: b\n',
      '- m: X\n  alias: a # first',
    ],
    [
      'is the outer one where the inner has no name',
      '- name: a\n  steps:\n    - m: «X»\n    - m: Z\n- name: b\n',
      '- name: a\n  steps:\n    - m: X\n    - m: Z',
    ],
    [
      'is none of a list that ended above',
      '- name: a\n  steps:\n    - name: z\n  m: «X»\n- name: b\n',
      '- name: a\n  steps:\n    - name: z\n  m: X',
    ],
    [
      'is the paragraph where two have one name',
      'x: 1\n\n- name: a\n  m: «X»\n- name: a\n  m: Y\n',
      '- name: a\n  m: X\n- name: a\n  m: Y\n',
    ],
    ['is the paragraph where there is no row', 'x: 1\n\nname: a\nm: «X»\n', 'name: a\nm: X\n'],
  ];
  for (const [what, text, row] of cases)
    it(what, () =>
      assert.deepEqual(
        around('a.yaml', text).map((one) => one.trimEnd()),
        [row.trimEnd()],
      ),
    );
});

describe('an ID beside another one', () => {
  const text = 'veo-3.1-generate-001';
  const mentioned = (source: string) => {
    const start = source.indexOf('[');
    const end = source.indexOf(']');
    return isMentioned([{ start, end }], source, text);
  };
  const cases: readonly (readonly [source: string, found: boolean])[] = [
    [`[a ${text} b]`, true],
    [`[${text}]`, true],
    [`[a] ${text}`, false],
    [`${text} [a]`, false],
    [`[my-${text}]`, false],
    [`[${text}-x, x_${text}]`, false],
    [`[${text}-x, ${text}]`, true],
    [`[a "vertex_ai/${text}":]`, true],
  ];
  for (const [source, found] of cases)
    it(`${found ? 'stands' : 'does not stand'} in ${source}`, () => assert.equal(mentioned(source), found));
});

describe('the version of Veo that a name speaks of', () => {
  const cases: readonly (readonly [name: string, version: string | null])[] = [
    ['VEO_3_0_MODEL', '3.0'],
    ['veo2Model', '2'],
    ['VEO31', '3.1'],
    ['veo-v3', '3'],
    ['VEO_3_2024', '3'],
    ['video3', null],
    ['model', null],
  ];
  for (const [name, version] of cases)
    it(`${name}: ${version}`, () => assert.equal(versionOf(name), version));
});

describe('a version that is named beside an ID', () => {
  const beside = (source: string): string | null => {
    const { text, reference } = marked(source);
    return versionBeside(text, reference, 'veo-3.1-generate-001');
  };
  const cases: readonly (readonly [source: string, version: string | null])[] = [
    ["label = 'Veo 3.0'; model = '«X»'", '3.0'],
    ["model = '«X»' // Veo 2", '2'],
    ["model = '«X»' // Veo 3.1", null],
    ["model = '«X»' // Veo 3", null],
    ["a = 'Veo 2'\nmodel = '«X»'\nb = 'Veo 2'", null],
    ["model = '«X»' // was veo-3.0-generate-001", null],
    ["model = '«X»' // see /veo-2", null],
    ["veo_2: { model: '«X»' }", '2'],
    ["{ label: 'Veo 3.0',\n model: '«X»' }", '3.0'],
    ["{ label: 'Veo 3.0', at: [{ model: '«X»' }] }", null],
    ["f('Veo 3.0',\n '«X»')", null],
    ["case 'veo-2':\n  return '«X»';", '2'],
    ["  when 'veo-2'\n  '«X»'", '2'],
    ["casement 'veo-2'\n  '«X»'", null],
    [`{ label: 'Veo 3.0',\n${' '.repeat(600)} model: '«X»' }`, null],
  ];
  for (const [source, version] of cases)
    it(`${JSON.stringify(source.replace(/ {9,}/, '…'))}: ${version}`, () =>
      assert.equal(beside(source), version));
});
