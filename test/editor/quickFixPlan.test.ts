// The menu at a finding: what stands in it, in which order, and what Enter does.
import assert from 'node:assert/strict';
import { applyEdits } from '../../src/audit/edits.ts';
import { auditDocument } from '../../src/audit/engine.ts';
import type { Finding } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { quickFixPlan } from '../../src/editor/quickFixPlan.ts';
import { fixReport, titlesOf, workspaceFixes } from '../../src/editor/workspaceFixPlan.ts';

const catalog = bundledCatalog();
const asOf = '2026-11-24';
const audited = (text: string, path = 'models.yaml') => auditDocument({ path, text }, { catalog, asOf });

function planAt(text: string, rule: string, path?: string) {
  const audit = audited(text, path);
  const finding = audit.findings.find((one) => one.rule === rule);
  assert.ok(finding !== undefined, audit.findings.map((one) => one.rule).join());
  return { audit, plan: quickFixPlan(finding, { audit, catalog, asOf, hasFolder: true, canAsk: false }) };
}

const TWO_DEAD = 'a: vertex_ai/veo-3.0-generate-001\nb: vertex_ai/veo-3.0-fast-generate-001\n';

describe('the quick fixes of a finding', () => {
  it('solve first, suppress last, and Enter takes the safe fix', () => {
    const { plan, audit } = planAt(TWO_DEAD, 'shut-down-model');
    assert.deepEqual(
      plan.map(({ title }) => title.replace(/ \(.*\)$/, '').replace(/source: .*/, 'source')),
      [
        'Replace with veo-3.1-generate-001',
        'Fix all 2 shut-down-model findings in this file',
        'Fix all shut-down-model findings in the workspace…',
        'Read about shut-down-model',
        'Open the source',
        'Turn off shut-down-model in this file…',
        'Turn off shut-down-model in veo-audit.yaml',
        'Suppress shut-down-model here, with a reason…',
      ],
    );
    assert.match(plan[0]?.title ?? '', /\(\$[\d.–$]+.*; may be retired/);
    assert.equal(
      plan.findIndex(({ isPreferred }) => isPreferred),
      0,
    );
    assert.match(applyEdits(audit.document.text, plan[1]?.edits ?? []), /3\.1-generate.*\n.*3\.1-fast/);
  });

  it('show the replacement that needs another API, and Enter reads', () => {
    const { plan } = planAt('a: gemini/veo-3.1-generate-preview\n', 'shut-down-model');
    assert.match(plan[0]?.title ?? '', /^See the replacement \S+ \(.*another API\)$/);
    assert.equal(plan.find(({ isPreferred }) => isPreferred)?.title, 'Read about shut-down-model');
    assert.match(plan.at(-1)?.title ?? '', /^Suppress/);
  });

  it('name the surface of each replacement where only the author knows it, and Enter reads', () => {
    const { plan } = planAt('const model = "veo-3.1-generate-preview";\n', 'shut-down-model', 'a.ts');
    assert.match(plan[0]?.title ?? '', /^Replace with .*, if this goes to Vertex AI$/);
    assert.equal(plan.find(({ isPreferred }) => isPreferred)?.step?.do, 'openRule');
  });

  it('offer no replacement that is not safe on the surface it is for', () => {
    const old = 'veo-3.0-generate-001';
    const unsafe = [
      `const c = { model: '${old}', fallback: 'veo-3.1-generate-001' };`,
      `const c = { model: '${old}', mask };`,
      `const prices = { '${old}': 0.4 };\n\nconst model = '${old}';`,
    ];
    for (const text of unsafe) {
      const { audit } = planAt(text, 'shut-down-model', 'a.ts');
      const titles = audit.findings.flatMap((finding) =>
        quickFixPlan(finding, { audit, catalog, asOf, hasFolder: true, canAsk: false }).map(
          ({ title }) => title,
        ),
      );
      assert.deepEqual(
        titles.filter((title) => /if this goes to/.test(title)),
        [],
      );
    }
    const { plan } = planAt(`const model = '${old}';`, 'shut-down-model', 'a.ts');
    assert.match(plan[0]?.title ?? '', /, if this goes to Vertex AI$/);
  });

  it('ask the surface where that could settle the finding, and nowhere else', () => {
    const text = 'a: vertex_ai/veo-3.1-generate-001\nb: veo-9\nc: gemini/veo-3.1-generate-preview\n';
    const audit = audited(text);
    const asked = (canAsk: boolean) =>
      audit.findings.flatMap((finding) =>
        quickFixPlan(finding, { audit, catalog, asOf, hasFolder: true, canAsk }).flatMap(({ step }) =>
          step?.do === 'smoke.probe' ? [`${finding.rule}: ${step.id} on ${step.surface}`] : [],
        ),
      );
    assert.deepEqual(asked(true), [
      'retirement-window: veo-3.1-generate-001 on vertex-ai',
      'shut-down-model: veo-3.1-generate-preview on gemini-api',
    ]);
    assert.deepEqual(asked(false), []);
  });

  it('have just one for Enter, never one that silences, whatever the finding', () => {
    const audit = audited(`${TWO_DEAD}c: veo-9\nd: gemini/veo-3.1-generate-preview\n`);
    for (const finding of audit.findings) {
      const plan = quickFixPlan(finding, { audit, catalog, asOf, hasFolder: true, canAsk: false });
      const preferred = plan.filter(({ isPreferred }) => isPreferred);
      assert.equal(preferred.length, 1, finding.rule);
      assert.ok(preferred[0]?.edits !== undefined || preferred[0]?.step?.do === 'openRule', finding.rule);
    }
  });

  it('offer no comment where a file has none, nor veo-audit.yaml outside a folder', () => {
    const audit = audited('{ "model": "vertex_ai/veo-3.0-generate-001" }\n', 'a.json');
    const plan = audit.findings.flatMap((finding) =>
      quickFixPlan(finding, { audit, catalog, asOf, hasFolder: false, canAsk: false }),
    );
    assert.ok(plan.length > 0);
    assert.ok(plan.every(({ step }) => step?.do !== 'suppress' && step?.do !== 'turnOff'));
  });
});

describe('fixing the workspace', () => {
  const resources = [
    { audit: audited(TWO_DEAD) },
    { audit: audited('a: gemini/veo-3.1-generate-preview\n', 'other.yaml') },
    {
      audit: audited(
        '# veo-audit-ignore shut-down-model -- kept\na: vertex_ai/veo-3.0-generate-001\n',
        'kept.yaml',
      ),
    },
  ];

  it('lists what can be fixed by file, and counts the rest by reason', () => {
    const { files, left } = workspaceFixes(resources, 'shut-down-model');
    assert.deepEqual(
      files.map(({ resource, fixes }) => [resource.audit.document.path, fixes.length]),
      [['models.yaml', 2]],
    );
    assert.equal(
      fixReport(files, left),
      'Fixed 2 findings in 1 file. Left: 1 without a safe fix, 1 suppressed.',
    );
  });

  it('says that nothing was fixed, and why', () => {
    const { files, left } = workspaceFixes(resources.slice(1, 2), 'shut-down-model');
    assert.equal(fixReport(files, left), 'Nothing was fixed. Left: 1 without a safe fix.');
    assert.equal(fixReport([], new Map()), 'Nothing was fixed.');
  });

  it('makes no two fixes of one place, and says so', () => {
    const [finding] = audited(TWO_DEAD).findings as readonly [Finding];
    const twice = { audit: { ...audited(TWO_DEAD), findings: [finding, { ...finding }] } };
    const { files, left } = workspaceFixes([twice], undefined);
    assert.equal(files[0]?.fixes.length, 1);
    assert.deepEqual([...left], [['overlapping', 1]]);
  });

  it('names alike fixes once', () => {
    const fix = { title: 'Replace', edits: [] };
    assert.equal(titlesOf([fix, fix, { ...fix, title: 'Drop' }]), 'Replace (2 times); Drop');
  });
});
