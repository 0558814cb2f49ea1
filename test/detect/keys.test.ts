// The names around a literal: which one it is the value of, what that says, and what holds it.
import assert from 'node:assert/strict';
import { enclosingNames, pythonClass, switchSubject, yamlParentKey } from '../../src/detect/enclosing.ts';
import { keyBefore, listKey, siblingName } from '../../src/detect/keyBefore.ts';
import { meaningOf } from '../../src/detect/keyMeaning.ts';

/** The text without its mark `¦`, and the offset where it stood. */
function at(marked: string): readonly [text: string, offset: number] {
  return [marked.replace('¦', ''), marked.indexOf('¦')];
}

describe('meaning of a key', () => {
  const cases = {
    model: [
      'model',
      'videoModelId',
      'VEO_MODEL',
      'modelid',
      'ENDPOINTS',
      'config.model',
      'model_path',
      'modelChoices',
      'MODEL_PRICES',
      'engine',
    ],
    other: [
      'label',
      'thumbnailUrl',
      'fileName',
      'provider',
      'VIDEO_PROVIDER_PRIORITY',
      'tags',
      'modelLabel',
      'currentView',
      'model_family',
    ],
    name: ['type', 'name', 'jobType', 'tool'],
    structure: ['default', 'enum', 'value', 'choices'],
    none: ['id', 'primary', 'costs', 'providerAliases'],
  };
  for (const [meaning, keys] of Object.entries(cases)) {
    for (const key of keys) it(`${key}: ${meaning}`, () => assert.equal(meaningOf(key), meaning));
  }
  it('is none without a key', () => assert.equal(meaningOf(null), 'none'));
});

describe('key before a literal', () => {
  const cases: readonly (readonly [marked: string, key: string | null])[] = [
    ['model: "¦veo3"', 'model'],
    ["{'model': '¦veo3'}", 'model'],
    ['{\\"model\\":\\"¦veo3\\"}', 'model'],
    ['const m: string = "¦veo3"', 'm'],
    ['const tabs: { id: string }[] = "¦veo3"', 'tabs'],
    ['const [model, setModel] = useState("¦veo3")', 'model'],
    ["const [mode, set] = useState<'a' | '¦veo3'>('a')", 'mode'],
    ["  model?:\n    | 'sora'\n    | '¦veo3'", 'model'],
    ['os.getenv("VIDEO_PROVIDER", "¦veo2")', 'VIDEO_PROVIDER'],
    ["if (provider === '¦veo3')", 'provider'],
    ["if ('¦veo3' === provider)", 'provider'],
    ['run --model ¦veo3', 'model'],
    ['export VEO_MODEL=¦veo3', 'VEO_MODEL'],
    ['model := "¦veo3"', 'model'],
    ['[("¦veo3", 1)]', null],
  ];
  for (const [marked, key] of cases) {
    it(JSON.stringify(marked), () => assert.equal(keyBefore(...at(marked)), key));
  }

  it('is none in a row of a table, however many cells stand empty', () => {
    assert.equal(keyBefore(...at(`// ${'|      '.repeat(9)}| … | price | ¦veo3 |`)), null);
  });

  it('is that of the whole list for its items', () => {
    assert.equal(listKey(...at('MODELS=veo3,veo3-fast,¦veo2')), 'MODELS');
  });

  it('is the name beside a value', () => {
    assert.equal(siblingName(...at('- name: VEO_MODEL\n  value: ¦veo3')), 'VEO_MODEL');
  });
});

describe('names that hold a literal', () => {
  it('are those of lists, objects, types, enums and calls, the innermost first', () => {
    const names = (marked: string): readonly string[] => enclosingNames(...at(marked));
    assert.deepEqual(names('const MODELS = [\n  "a",\n  "¦veo3",'), ['MODELS']);
    assert.deepEqual(names('models: [{ id: 1, x: { y: "¦veo3"'), ['x', 'models']);
    assert.deepEqual(names('mode: Literal["a", "¦veo3"]'), ['mode']);
    assert.deepEqual(names('PRICES["¦veo3"]'), ['PRICES']);
    assert.deepEqual(names('enum Provider { A = "¦veo3"'), ['Provider']);
    assert.deepEqual(names('add_argument("--provider", choices=["¦veo3"]'), ['choices', 'provider']);
    assert.deepEqual(names('getVideoModel("¦veo3"'), ['getVideoModel']);
    assert.deepEqual(names('describe("models", () => { x("¦veo3"'), []);
    assert.deepEqual(names('done(["a"]); x("¦veo3"'), []);
  });

  it('are found by indentation in YAML and Python', () => {
    assert.equal(yamlParentKey(...at('model:\n  enum:\n    - veo2\n    - ¦veo3')), 'model');
    assert.equal(yamlParentKey(...at('- ¦veo3')), null);
    assert.equal(pythonClass(...at('class Provider(str, Enum):\n    VEO3 = "¦veo3"')), 'Provider');
    assert.equal(pythonClass(...at('class A:\n    pass\n\nVEO3 = "¦veo3"')), null);
  });

  it('name what a switch looks at', () => {
    assert.equal(
      switchSubject(...at("switch (params.model) {\n  case 'a':\n    x();\n  case '¦veo3':")),
      'params.model',
    );
    assert.equal(switchSubject(...at('switch provider {\ncase "¦veo3":')), 'provider');
    assert.equal(switchSubject(...at("call('¦veo3')")), null);
  });
});
