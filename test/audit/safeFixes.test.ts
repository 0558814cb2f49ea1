// Fixes that cannot break anything: where none is offered, and what stays as it was where one is.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { applicableFixes, applyEdits } from '../../src/audit/edits.ts';
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';

const OLD = 'vertex_ai/veo-3.0-generate-001';
const NEW = 'vertex_ai/veo-3.1-generate-001';
const catalog = bundledCatalog();

const audit = (path: string, text: string) => auditDocument({ path, text }, { catalog, asOf: '2026-11-24' });

function fixed(path: string, text: string): string {
  const edits = applicableFixes(audit(path, text)).flatMap(({ fix }) => fix?.edits ?? []);
  return applyEdits(text, edits);
}

const LEFT_ALONE: readonly [why: string, path: string, text: string][] = [
  [
    'a job handle',
    'a.ts',
    "const job = 'projects/p/locations/l/publishers/google/models/veo-3.0-generate-001/operations/1';",
  ],
  ['a key of an object', 'a.json', `{ "prices": { "${OLD}": 0.4, "${NEW}": 0.4 } }`],
  ['a key of a Go map', 'a.go', `var price = map[string]float64{"${OLD}": 0.4, "${NEW}": 0.4}`],
  ['a union', 'a.ts', `type Model = '${OLD}' | '${NEW}';`],
  ['a comment', 'a.ts', `// ${OLD} was used once`],
  ['a script in a comment', 'a.html', `<!-- <script>send({ model: '${OLD}' })</script> -->`],
  ['a comment of a language that nobody knows here', 'a.erl', `%% Model = "${OLD}".`],
  ['a comment of another one', 'a.nix', `  # model = "${OLD}";`],
  ['a page of a Perl program', 'a.pl', `my $x;\n=head1 USE\n\nmodel = '${OLD}'\n\n=cut\n`],
  ['a docstring', 'a.py', `def f():\n    """Uses ${OLD}."""\n`],
  ['an interface', 'a.ts', `interface Options { model: '${OLD}'; seconds: number }`],
  ['an annotation', 'a.ts', `const make = (model: '${OLD}') => 1;`],
  ['a type argument', 'a.ts', `const video = useModel<'${OLD}'>();`],
  ['the key of a pair', 'a.ts', `const price = new Map([['${OLD}', 0.4]]);`],
  ['the key that a map is asked for', 'a.ts', `price.set('${OLD}', 0.4);`],
  ['the key of a look-up with a default', 'a.py', `price = table.get("${OLD}", 0)`],
  ['a condition of a query', 'a.sql', `DELETE FROM jobs WHERE model = '${OLD}';`],
  ['a migration that has run', 'db/migrations/0003_model.sql', `UPDATE settings SET model = '${OLD}';`],
  ['a saved answer', 'a.py', `REPLY = '{"done": true, "model": "${OLD}"}'`],
  ['a sample output', 'a.ts', `const shown = { model: '${OLD}', prompt: 'x', status: 'completed' };`],
  ['prose', 'README.md', `We use ${OLD}.`],
  ['a message', 'a.ts', `throw new Error('Use another model than ${OLD} please');`],
  ['an expectation', 'src/a.test.ts', `expect(model).toBe('${OLD}');`],
  ['a test', 'tests/a.py', `model = "${OLD}"`],
  ['a recording', 'cassettes/a.yaml', `model: ${OLD}\n`],
  ['generated code', 'dist/a.js', `const model = '${OLD}';`],
  ['the new ID in the same object', 'a.ts', `const c = { model: '${OLD}', fallback: '${NEW}' };`],
  ['the new ID in the same block', 'a.yaml', `video:\n  model: ${OLD}\n  fallback: ${NEW}\n`],
  ['the new ID in the same file of lines', '.env', `VEO_MODEL=${OLD}\nVEO_BACKUP_MODEL=${NEW}\n`],
  [
    'another dead ID of the same object',
    'a.ts',
    `const c = { model: '${OLD}', other: 'vertex_ai/veo-3.1-generate-preview' };`,
  ],
  [
    'a row of a list that is balanced with one that has the new ID',
    'a.yaml',
    `model_list:\n  - model_name: film\n    litellm_params:\n      model: ${OLD}\n  - model_name: film\n    litellm_params:\n      model: ${NEW}\n`,
  ],
  [
    'a command beside it that is only shown',
    'a.ts',
    `const hint = { model: '${OLD}', shown: 'curl -X POST https://x/v1/models/${OLD}:predict' };`,
  ],
  ['the other side of a condition that has the new ID', 'a.ts', `const model = old ? '${OLD}' : '${NEW}';`],
  ['the same over lines', 'a.ts', `const model = old\n  ? '${OLD}'\n  : '${NEW}';`],
  ['a model that a table of the file prices', 'a.py', `PRICES = {"${OLD}": 0.4}\nMODEL = "${OLD}"`],
  ['a model whose type names it', 'a.ts', `type Model = '${OLD}' | 'x';\n\nconst model: Model = '${OLD}';`],
  [
    'a default that the file compares with',
    'a.py',
    `def make(model="${OLD}"):\n    return 8 if model == "${OLD}" else 6`,
  ],
  ['a name that says the version', 'a.py', `VEO_3_0_MODEL = "${OLD}"`],
  ['a case whose label says the version', 'a.rb', `case name\nwhen "veo-3", "veo-3.0"\n  "${OLD}"\nend`],
  ['a model whose durations the new one does not make', 'a.py', 'model = "vertex_ai/veo-2.0-generate-001"'],
  [
    'a location where the new one is not known to answer',
    'a.py',
    `client = genai.Client(vertexai=True, project="p", location="global")\nmodel = "${OLD}"`,
  ],
  [
    'an address in another location',
    'a.ts',
    `const base = 'https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4';\nconst model = '${OLD}';`,
  ],
  [
    'a model of which nobody knows what it took',
    'a.ts',
    `const url = \`\${base}/publishers/google/models/veo-001-preview:predictLongRunning\`;`,
  ],
  ['a mask', 'a.py', `config = {"mask": m}\nmodel = "${OLD}"`],
];

const CHANGED: readonly [path: string, text: string][] = [
  ['a.ts', `const model = '${OLD}';\n`],
  ['a.py', `model = "${OLD}"  # ${OLD}\n`],
  [
    'located.py',
    `client = genai.Client(vertexai=True, project="p", location="us-central1")\nmodel = "${OLD}"\n`,
  ],
  ['a.go', `package a\n\nconst model = "${OLD}"\n`],
  ['a.json', `{ "video": { "model": "${OLD}", "seconds": 8 } }\n`],
  ['a.yaml', `video:\n  model: ${OLD} # the model\n  seconds: 8\n`],
  [
    'rows.yaml',
    `model_list:\n  - model_name: old\n    litellm_params:\n      model: ${OLD}\n  - model_name: new\n    litellm_params:\n      model: ${NEW}\n`,
  ],
  ['a.toml', `[video]\nmodel = "${OLD}"\nseconds = 8\n`],
  ['.env', `VEO_MODEL=${OLD}\n`],
  ['a.html', `<!-- old -->\n<script>send({ model: '${OLD}', prompt })</script>\n`],
  ['a.nix', `{ model = "${OLD}"; }\n`],
  ['README.md', `\`\`\`python\nmodel = "${OLD}"\n\`\`\`\n`],
];

describe('fixes are offered only where they cannot break anything', () => {
  for (const [why, path, text] of LEFT_ALONE) {
    it(`not for ${why}`, () => assert.equal(fixed(path, text), text));
  }

  for (const [path, text] of CHANGED) {
    it(`in ${path}, and only the first ID changes`, () => {
      assert.equal(fixed(path, text), text.replace(OLD, NEW));
      assert.equal(fixed(path, fixed(path, text)), fixed(path, text));
    });
  }

  it('parses to the same data but for the ID', () => {
    const data = { video: { model: NEW, seconds: 8 } };
    const changed = (path: string) => fixed(path, CHANGED.find(([one]) => one === path)?.[1] ?? '');
    assert.deepEqual(JSON.parse(changed('a.json')), data);
    assert.deepEqual(parseYaml(changed('a.yaml')), data);
  });

  it('says in the title what the replacement costs and how it stands with it', () => {
    const [finding] = audit('a.ts', `const model = '${OLD}';`).findings;
    assert.match(
      finding?.fix?.title ?? '',
      /^Replace with veo-3\.1-generate-001 \(\$.+ per second.*; may be retired any day since 2026-11-17\)$/,
    );
  });

  it('says why none is offered', () => {
    const [finding] = audit('a.py', `config = {"mask": m}\nmodel = "${OLD}"`).findings;
    assert.match(
      finding?.message ?? '',
      /\(no safe fix: it is not known whether veo-3\.1-generate-001 takes masks\)\.$/,
    );
  });

  it('keeps keys, handles, comments and strings as they were, and has nothing to do a second time', () => {
    const spoken = fc.constantFrom(
      `// ${OLD} is gone`,
      `log('we called ${OLD} before');`,
      `const job = 'publishers/google/models/veo-3.0-generate-001/operations/7';`,
      'const other = 1;',
    );
    const expected = fc.constantFrom(
      `const price = { '${OLD}': 0.4 };`,
      `type M = '${OLD}' | 'x';`,
      `if (model === '${OLD}') stop();`,
    );
    const lines = fc.array(fc.oneof({ arbitrary: spoken, weight: 4 }, expected), { maxLength: 5 });
    fc.assert(
      fc.property(lines, lines, (above, below) => {
        const textWith = (id: string): string =>
          [...above, '', `const chosen = '${id}';`, '', ...below].join('\n');
        // A table, a type or a check of the file would not know the new ID.
        const isExpected = [...above, ...below].some((line) => /price|type M|===/.test(line));
        const after = fixed('a.ts', textWith(OLD));
        assert.equal(after, textWith(isExpected ? OLD : NEW));
        assert.equal(fixed('a.ts', after), after);
      }),
      { numRuns: 80 },
    );
  });

  it('changes what tables, types and checks of the file know by both IDs', () => {
    const text = (id: string): string =>
      `const PRICES = { '${OLD}': 0.4, '${NEW}': 0.4 };\n\nfunction price() {\n  return PRICES['${id}'] ?? null;\n}\n\nconst chosen = '${id}';\n`;
    const known = text(OLD).replace(`PRICES['${OLD}']`, 'PRICES[chosen]');
    assert.equal(fixed('a.ts', known), known.replace(`chosen = '${OLD}'`, `chosen = '${NEW}'`));
    assert.equal(fixed('a.ts', text(OLD)), text(OLD));
  });
});

describe('findings by what a file is for', () => {
  it('are full in production, inform elsewhere, once a file', () => {
    const text = `a = "${OLD}"\nb = "${OLD}"\n`;
    const said = (path: string) =>
      audit(path, text).findings.map(({ severity, place }) => `${severity} ${place}`);
    assert.deepEqual(said('src/a.py'), ['error production', 'error production']);
    assert.deepEqual(said('tests/a.py'), ['info test']);
    assert.equal(audit('tests/a.py', text).references.length, 2);
  });

  it('follow what the team decided for the place', () => {
    const text = `a = "${OLD}"\n`;
    const said = (places: Parameters<typeof auditDocument>[1]['places']) =>
      auditDocument({ path: 'tests/a.py', text }, { catalog, asOf: '2026-11-24', places }).findings.map(
        ({ severity }) => severity,
      );
    assert.deepEqual(said({ test: { severity: 'warning' } }), ['warning']);
    assert.deepEqual(said({ test: { rules: { 'shut-down-model': 'error' } } }), ['error']);
    assert.deepEqual(said({ test: { severity: 'off' } }), []);
  });
});
