// Suppressions in every comment syntax, and each way to write one wrongly.
import assert from 'node:assert/strict';
import { auditDocument } from '../../src/audit/engine.ts';
import type { Finding } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';

const catalog = bundledCatalog();
const ID = 'vertex_ai/veo-3.0-generate-001';
const OTHER = 'vertex_ai/veo-2.0-generate-001';
const IGNORE = 'veo-audit-ignore shut-down-model -- kept';

function audit(path: string, text: string, asOf = '2026-11-21'): readonly Finding[] {
  return auditDocument({ path, text }, { catalog, asOf }).findings;
}

/** For each finding of the dead ID, the reason that silences it or null. */
function reasons(path: string, text: string, asOf?: string): readonly (string | null)[] {
  return audit(path, text, asOf)
    .filter((finding) => finding.rule === 'shut-down-model')
    .map((finding) => (finding.suppressed === false ? null : finding.suppressed.reason));
}

describe('suppressions in the comments of a language', () => {
  const above: Readonly<Record<string, string>> = {
    'a.ts': `// ${IGNORE}\nconst m = '${ID}';\n`,
    'b.ts': `/* ${IGNORE} */\nconst m = '${ID}';\n`,
    'c.ts': `/** ${IGNORE} */\nconst m = '${ID}';\n`,
    'a.tsx': `const a = <div>\n{/* ${IGNORE} */}\n<Video model="${ID}" /></div>;\n`,
    'a.py': `# ${IGNORE}\nm = "${ID}"\n`,
    'a.go': `// ${IGNORE}\nm := "${ID}"\n`,
    'a.rs': `// ${IGNORE}\nlet m = "${ID}";\n`,
    'a.java': `// ${IGNORE}\nString m = "${ID}";\n`,
    'a.kt': `/* ${IGNORE} */\nval m = "${ID}"\n`,
    'a.cs': `// ${IGNORE}\nvar m = "${ID}";\n`,
    'a.php': `<?php\n# ${IGNORE}\n$m = '${ID}';\n`,
    'a.rb': `# ${IGNORE}\nm = '${ID}'\n`,
    'a.swift': `// ${IGNORE}\nlet m = "${ID}"\n`,
    'a.dart': `// ${IGNORE}\nfinal m = '${ID}';\n`,
    'a.sh': `# ${IGNORE}\nM="${ID}"\n`,
    'a.ps1': `<# ${IGNORE} #>\n$m = "${ID}"\n`,
    'a.bat': `REM ${IGNORE}\nset M=${ID}\n`,
    'a.lua': `-- ${IGNORE}\nlocal m = "${ID}"\n`,
    'a.sql': `-- ${IGNORE}\nselect '${ID}';\n`,
    'a.hs': `{- ${IGNORE} -}\nm = "${ID}"\n`,
    'a.yaml': `# ${IGNORE}\nmodel: ${ID}\n`,
    'a.toml': `# ${IGNORE}\nmodel = "${ID}"\n`,
    'a.ini': `; ${IGNORE}\nmodel = ${ID}\n`,
    '.env': `# ${IGNORE}\nMODEL=${ID}\n`,
    'main.tf': `# ${IGNORE}\nmodel = "${ID}"\n`,
    Dockerfile: `# ${IGNORE}\nENV MODEL=${ID}\n`,
    Makefile: `# ${IGNORE}\nMODEL = ${ID}\n`,
    'a.jsonc': `{\n// ${IGNORE}\n"model": "${ID}"}\n`,
    'a.json': `{\n"//": "${IGNORE}",\n"model": "${ID}"}\n`,
    'a.xml': `<!-- ${IGNORE} -->\n<video model="${ID}"/>\n`,
    'a.html': `<!-- ${IGNORE} -->\n<p>${ID}</p>\n`,
    'b.html': `<script>\n// ${IGNORE}\nconst m = '${ID}';\n</script>\n`,
    'a.vue': `<script>\n// ${IGNORE}\nconst m = '${ID}';\n</script>\n`,
    'a.css': `/* ${IGNORE} */\n.a::after { content: "${ID}"; }\n`,
    'a.md': `<!-- ${IGNORE} -->\nUse \`${ID}\`.\n`,
    'b.md': `\`\`\`python\n# ${IGNORE}\nm = "${ID}"\n\`\`\`\n`,
    'a.txt': `${IGNORE}\nUse ${ID}.\n`,
  };
  for (const [path, text] of Object.entries(above)) {
    it(path, () => assert.deepEqual(reasons(path, text), ['kept']));
  }

  it('holds with CRLF line ends', () => {
    assert.deepEqual(reasons('a.py', `# ${IGNORE}\r\nm = "${ID}"\r\n`), ['kept']);
  });

  it('counts not in a string', () => {
    assert.deepEqual(reasons('a.ts', `const s = "${IGNORE}";\nconst m = '${ID}';\n`), [null]);
    assert.deepEqual(reasons('a.py', `s = "${IGNORE}"\nm = "${ID}"\n`), [null]);
  });
});

describe('how far a suppression reaches', () => {
  it('its own line and the next, no further', () => {
    const line = `m = "${ID}"`;
    assert.deepEqual(reasons('a.py', `${line}\n${line}  # ${IGNORE}\n${line}\n${line}\n`), [
      null,
      'kept',
      'kept',
      null,
    ]);
  });

  it('its own line where that is the last of the text', () => {
    assert.deepEqual(reasons('a.py', `m = "${ID}"\nm = "${ID}"  # ${IGNORE}`), [null, 'kept']);
  });

  it('what begins with its line', () => {
    assert.deepEqual(reasons('a.txt', `veo-3.0-generate-001 ${IGNORE}\nveo-3.0-generate-001\n`), [
      'kept',
      'kept',
    ]);
  });

  it('the line behind the script that it ends', () => {
    assert.deepEqual(
      reasons('a.html', `<script>\nlet a;\n// ${IGNORE}\n</script><p>${ID}</p>\n<p>${ID}</p>\n`),
      ['kept', null],
    );
  });

  it('two lines of a cell that stands in one line of its notebook', () => {
    const source = `x = 1\n# ${IGNORE}\nm = '${ID}'\nn = '${ID}'\n`;
    const text = JSON.stringify({ cells: [{ cell_type: 'code', source }], metadata: {}, nbformat: 4 });
    assert.deepEqual(reasons('a.ipynb', text), ['kept', null]);
  });

  it('with a reason that holds dashes, and with blanks where they do no harm', () => {
    const said = (body: string) => reasons('a.py', `# ${body}\nm = "${ID}"\n`);
    assert.deepEqual(said('veo-audit-ignore shut-down-model -- kept -- for now'), ['kept -- for now']);
    assert.deepEqual(said('veo-audit-ignore  shut-down-model  until  2026-11-21  --  kept '), ['kept']);
    assert.deepEqual(said('veo-audit-ignore shut-down-model until 2026-11-20  -- over'), [null]);
  });

  it('only the rules it names', () => {
    const text = `# veo-audit-ignore preview-model -- another\na = "${ID}"\n`;
    assert.deepEqual(reasons('a.py', text), [null]);
  });

  it('the whole file from the first ten lines', () => {
    const ignore = '# veo-audit-ignore-file shut-down-model -- fixtures\n';
    const end = `${'\n'.repeat(30)}m = "${ID}"\n`;
    assert.deepEqual(reasons('a.py', '\n'.repeat(9) + ignore + end), ['fixtures']);
    assert.deepEqual(reasons('a.py', '\n'.repeat(10) + ignore + end), [null]);
  });

  it('a notebook cell by its lines', () => {
    const cell = (...lines: readonly string[]): string =>
      JSON.stringify(
        {
          cells: [
            { cell_type: 'code', source: lines.map((line) => `${line}\n`) },
            { cell_type: 'markdown', source: [`<!-- ${IGNORE} -->\n`, `Use ${ID}\n`, 'and\n', `${OTHER}\n`] },
          ],
          metadata: {},
          nbformat: 4,
        },
        null,
        1,
      );
    assert.deepEqual(reasons('a.ipynb', cell(`# ${IGNORE}`, `m = '${ID}'`, 'x = 1', `n = '${ID}'`)), [
      'kept',
      null,
      'kept',
      null,
    ]);
  });

  it('until its last day', () => {
    const text = `# veo-audit-ignore shut-down-model until 2026-11-21 -- soon\nm = "${ID}"\n`;
    assert.deepEqual(reasons('a.py', text, '2026-11-21'), ['soon']);
    assert.deepEqual(reasons('a.py', text, '2026-11-22'), [null]);
    const [found] = audit('a.py', text, '2026-11-21').filter((finding) => finding.suppressed !== false);
    assert.deepEqual(found?.suppressed, { reason: 'soon', until: '2026-11-21' });
    assert.deepEqual(
      audit('a.py', text, '2026-11-22')
        .filter((finding) => finding.rule === 'expired-suppression')
        .map((finding) => text.slice(finding.start, finding.end)),
      ['veo-audit-ignore shut-down-model until 2026-11-21 -- soon'],
    );
  });
});

describe('suppressions that are written wrongly', () => {
  const faults: readonly (readonly [body: string, message: RegExp])[] = [
    ['veo-audit-ignore', /names no rule/],
    ['veo-audit-ignore -- because', /names no rule/],
    ['veo-audit-ignore shut-down-modle -- because', /no rule named "shut-down-modle"/],
    ['veo-audit-ignore shut-down-model', /gives no reason/],
    ['veo-audit-ignore shut-down-model --', /gives no reason/],
    ['veo-audit-ignore shut-down-model until tomorrow -- because', /"tomorrow" is not a day/],
    ['veo-audit-ignore shut-down-model until -- because', /"" is not a day/],
    ['veo-audit-ignore shut-down-model until 2026-02-30 -- because', /"2026-02-30" is not a day/],
    ['veo-audit-ignore shut-down-model until 2027-1-1 -- because', /"2027-1-1" is not a day/],
  ];
  for (const [body, message] of faults) {
    it(body, () => {
      const text = `# ${body}\nm = "${ID}"\n`;
      const findings = audit('a.py', text);
      assert.deepEqual(
        findings.map(({ rule, severity, suppressed }) => ({ rule, severity, suppressed })),
        [
          { rule: 'invalid-suppression', severity: 'warning', suppressed: false },
          { rule: 'shut-down-model', severity: 'error', suppressed: false },
        ],
      );
      assert.match(findings[0]?.message ?? '', message);
      assert.equal(text.slice(findings[0]?.start, findings[0]?.end), body);
    });
  }

  it('for a file counts in the first ten lines only, and says so', () => {
    const text = `${'\n'.repeat(10)}# veo-audit-ignore-file shut-down-model -- late\nm = "${ID}"\n`;
    assert.deepEqual(
      audit('a.py', text).map(({ rule, message }) => [rule, message.slice(0, 54)]),
      [
        ['invalid-suppression', 'veo-audit-ignore-file counts in the first 10 lines only.'.slice(0, 54)],
        ['shut-down-model', 'veo-3.0-generate-001 was shut down on Vertex AI on 2026'.slice(0, 54)],
      ],
    );
  });

  it('words that only begin alike are none', () => {
    assert.deepEqual(
      audit('a.py', '# veo-audit-ignored things, veo-audit-ignore-line x\nx = 1\n').map(
        (found) => found.rule,
      ),
      [],
    );
  });
});
