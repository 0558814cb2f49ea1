// The formats for pipelines: what each promises its reader, with names and messages that ask for escaping.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { xml } from '../../src/outlets/xml.ts';
import { csvReport } from '../../src/report/csv.ts';
import { cyclonedxReport } from '../../src/report/cyclonedx.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { icsReport } from '../../src/report/ics.ts';
import { junitReport } from '../../src/report/junit.ts';
import { COMMENT_MARKER, markdownReport } from '../../src/report/markdown.ts';
import type { Route } from '../../src/routes/types.ts';
import { installedPackages } from '../installed.ts';
import { MIXED, reportOf, runOver } from './run.ts';

interface Bom {
  readonly components: readonly {
    readonly name: string;
    readonly evidence: {
      readonly occurrences: readonly { readonly location: string; readonly line: number }[];
    };
  }[];
}

const DEAD = 'm = "gemini/veo-3.0-generate-001"\n';

describe('GitHub annotations', () => {
  it('escape the file, so that it begins no command of its own', () => {
    const [first] = reportOf(githubReport, runOver(MIXED)).split('\n');
    assert.match(
      first ?? '',
      /^::error file=a b%2C%25\/%3A%3Aerror\.py,line=1,col=13,endColumn=33,title=Veo Route Audit%3A shut-down-model::veo-3\.0/,
    );
  });

  it('stop at ten of each kind, the worst first, and say what is left out', () => {
    const lines = reportOf(githubReport, runOver({ 'lite.ts': MIXED['lite.ts'], 'many.py': DEAD.repeat(13) }))
      .trimEnd()
      .split('\n');
    assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 10);
    assert.ok(lines[10]?.startsWith('::notice '));
    assert.match(lines.at(-1) ?? '', /13 errors.*3 of them are not annotated/);
  });
});

describe('the GitLab report', () => {
  it('is a list with unique fingerprints and without what is suppressed', () => {
    const issues: { fingerprint: string; severity: string; location: { path: string } }[] = JSON.parse(
      reportOf(gitlabReport, runOver(MIXED)),
    );
    assert.deepEqual(
      issues.map(({ severity, location }) => [location.path, severity]),
      [
        ['a b,%/::error.py', 'critical'],
        ['lite.ts', 'minor'],
        ['old.py', 'major'],
      ],
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 3);
  });
});

describe('the JUnit report', () => {
  it('fails for errors and warnings, and counts what it holds', () => {
    const text = reportOf(junitReport, runOver({ ...MIXED, 'fine.py': 'm = "veo-3.1-generate-001"\n' }));
    assert.match(text, /<testsuites name="veo-audit" tests="(\d+)" failures="2">/);
    assert.equal(text.match(/<testcase /g)?.length, Number(/tests="(\d+)"/.exec(text)?.[1]));
    assert.equal(text.match(/<failure /g)?.length, 2);
  });

  it('holds only characters that XML allows, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(xml(text), /[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/);
        assert.doesNotMatch(xml(text), /[\u0000-\u001F\uFFFE\uFFFF]/);
      }),
    );
  });
});

describe('the Markdown comment', () => {
  it('carries its marker, sums, findings and routes', () => {
    const text = reportOf(markdownReport, runOver(MIXED));
    assert.ok(text.startsWith(COMMENT_MARKER));
    assert.match(text, /\*\*1 error, 1 warning, 1 info, 0 hints\*\*/);
    assert.match(text, /\| `a b,%\/::error\.py:1` \| error \|/);
  });

  it('keeps the names of files inside their cells', () => {
    const names = ['x|y.py', '`code`.py', '<img src=x>.py', '[a](b).py', '# head.py'];
    const text = reportOf(markdownReport, runOver(Object.fromEntries(names.map((name) => [name, DEAD]))));
    const rows = text.split('\n').filter((line) => line.includes('shut-down-model'));
    assert.equal(rows.length, names.length);
    for (const row of rows) {
      assert.match(row, /^\| (`+)[^|]*(?:\\\|[^|]*)*\1 \| error \|/, row);
    }
  });

  it('fits a comment: fifty rows of a table, then their number', () => {
    const text = reportOf(markdownReport, runOver({ 'many.py': DEAD.repeat(500) }));
    assert.match(text, /… and 450 more\./);
    assert.ok(text.length < 65_536);
  });
});

describe('the CSV of routes', () => {
  it('begins with its columns and has no formula in a cell', () => {
    const { audits, ...run } = runOver({ '=cmd().py': DEAD });
    const route: Route = {
      ...{ start: 5, end: 10, name: '=HYPERLINK("x")', model: 'veo-3.1-generate-001' },
      modelFrom: 'literal',
      ...{ reference: null, alternatives: [], surface: 'vertex-ai', surfaceEvidence: null },
      shape: 'other',
      ...{ durationSeconds: 4, sampleCount: 1, aspectRatio: null, generateAudio: false },
      resolution: '720p',
      ...{ others: {}, places: {} },
    };
    const text = reportOf(csvReport, {
      ...run,
      audits: audits.map((audit) => ({ ...audit, routes: [route] })),
    });
    const [head, row] = text.split('\r\n');
    assert.match(head ?? '', /^file,line,column,name,model,/);
    assert.match(row ?? '', /^'=cmd\(\)\.py,1,6,"'=HYPERLINK\(""x""\)",veo-3\.1-generate-001,/);
    assert.match(row ?? '', /,4,720p,1,,false,0\.2,0\.2,0\.8,0\.8,/);
  });
});

describe('the CycloneDX bill of materials', function () {
  this.timeout(300_000);

  it('is valid by its schema, lists each model once with where it stands, and is the same twice', () => {
    const run = runOver({ ...MIXED, 'again.py': DEAD });
    const text = reportOf(cyclonedxReport, run);
    assert.equal(text, reportOf(cyclonedxReport, run));
    const bom: Bom = JSON.parse(text);
    const schema = (name: string): object =>
      JSON.parse(
        readFileSync(
          join(
            installedPackages('report-tools'),
            `@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`,
          ),
          'utf8',
        ),
      );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
    ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
    const isValid = ajv.compile(schema('bom-1.6'));
    assert.ok(isValid(bom), JSON.stringify(isValid.errors));
    assert.ok(!isValid({ ...bom, components: [{ type: 'video-model' }] }), 'the schema checks nothing');
    const dead = bom.components.find(({ name }) => name === 'veo-3.0-generate-001');
    assert.deepEqual(
      dead?.evidence.occurrences.map(({ location, line }) => [location, line]),
      [
        ['a b,%/::error.py', 1],
        ['old.py', 2],
        ['again.py', 1],
      ],
    );
  });
});

describe('the calendar of end days', () => {
  const IN_USE = { 'a.py': 'a = "vertex_ai/veo-3.0-generate-001"\nb = "vertex_ai/veo-3.1-generate-001"\n' };

  it('has a whole day for each day that is ahead, with its kind', () => {
    const text = reportOf(icsReport, runOver(IN_USE, '2026-06-01'));
    assert.match(text, /DTSTART;VALUE=DATE:20260630\r\n/);
    assert.match(text, /SUMMARY:veo-3\.0-generate-001: shutdown on Vertex AI\r\n/);
    assert.match(text, /DTSTART;VALUE=DATE:20261117\r\n/);
    assert.match(text, /SUMMARY:veo-3\.1-generate-001 may be retired on Vertex AI from today\r\n/);
  });

  it('leaves out days that have passed', () => {
    assert.doesNotMatch(reportOf(icsReport, runOver(IN_USE, '2026-11-21')), /VEVENT/);
  });
});
