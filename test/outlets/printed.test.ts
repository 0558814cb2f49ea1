// What prints gives others' words to their outlet: reports, evidence, questions, hovers and the command line.
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { withOverrides } from '../../src/contracts/overrides.ts';
import { cardOf } from '../../src/explain/card.ts';
import { defaultRequestCost, hintOf } from '../../src/explain/hint.ts';
import { cardMarkdown } from '../../src/explain/markdown.ts';
import { cardText } from '../../src/explain/text.ts';
import { detailMarkdown } from '../../src/report/detail/markdown.ts';
import { modelDetail } from '../../src/report/detail/model.ts';
import { githubReport } from '../../src/report/github.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { textReport } from '../../src/report/text.ts';
import { describeEvent, describeQuestion } from '../../src/smoke/describe.ts';
import { evidenceOf } from '../../src/smoke/evidence.ts';
import { evidenceMarkdown } from '../../src/smoke/evidenceMarkdown.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { reportOf, runOver } from '../report/run.ts';
import { benchOf, CATALOG, PRICE, planOf, routeOf } from '../smoke/harness.ts';
import { HOSTILE } from './hostile.ts';

const UNSHOWABLE = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u;
const COMMAND = /^\s*::|##\w*\[/m;
const reader = new MarkdownIt({ html: true, linkify: true });

function assertPlain(text: string): void {
  assert.doesNotMatch(text.replaceAll(/\r?\n/g, ''), UNSHOWABLE);
  assert.doesNotMatch(text, COMMAND);
}

/** The addresses of links and pictures, and the kinds of all that is no plain text, table or heading of ours. */
function markup(page: string): { readonly links: readonly string[]; readonly odd: readonly string[] } {
  const tokens = reader.parse(page, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    links: tokens.filter(({ type }) => type === 'link_open').map((link) => String(link.attrGet('href'))),
    odd: tokens.map(({ type }) => type).filter((type) => /html|image|code_block|fence/.test(type)),
  };
}

describe('a file whose name is a workflow command', () => {
  const run = runOver({ [`${HOSTILE}.py`]: 'm = "gemini/veo-3.0-generate-001"\n' });

  it('prints none in the report for people', () => {
    const text = reportOf(textReport, run);
    assertPlain(text);
    assert.equal(
      text.split('\n').length,
      // A test's file as well.
      reportOf(textReport, runOver({ 'test/a.py': 'm = "gemini/veo-3.0-generate-001"\n' })).split('\n')
        .length,
    );
  });

  it('prints only its own in the report for GitHub', () => {
    const lines = reportOf(githubReport, run).trim().split('\n');
    assert.equal(lines.filter((line) => line.startsWith('::')).length, 1);
    assert.equal(lines.length, 2);
  });

  it('puts neither picture nor link into a comment', () => {
    const { links, odd } = markup(reportOf(markdownReport, run));
    assert.deepEqual(odd, ['html_block']);
    for (const link of links) assert.match(link, /docs\/rules\//);
  });
});

describe('standard error', () => {
  it('shows what a command says of others as plain text', async () => {
    const said: string[] = [];
    const context = { stderr: (text: string) => said.push(text) } as unknown as CliContext;
    await main([`\u001b[31m${HOSTILE}`], context);
    assert.ok(said.length > 0);
    assertPlain(said.join(''));
  });
});

describe('a question about money', () => {
  it('is one line that no name can repaint, with its price in sight', () => {
    const plan = planOf('vertex-ai', {
      route: { ...routeOf('vertex-ai'), name: HOSTILE.repeat(20), model: `veo${HOSTILE}` },
      fault: HOSTILE,
    });
    const text = describeQuestion(CATALOG, {
      plan,
      estimate: PRICE,
      mostUsd: 0.4,
      ceilingUsd: 5,
      warnings: [HOSTILE],
    });
    assertPlain(text);
    assert.doesNotMatch(text, /\n/);
    assert.match(text, /It can cost \$0\.40 at most; the ceiling is \$5\.00/);
    assert.ok(text.length < 2_000);
  });

  it('is asked after lines that are plain, too', async () => {
    const bench = benchOf('vertex-ai');
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal);
    const said = describeEvent(CATALOG, run, {
      at: 0,
      type: 'submitted',
      handle: HOSTILE.repeat(1000),
      deadlineAt: 1,
    });
    assertPlain(said?.text ?? '');
    assert.ok((said?.text.length ?? 0) <= 4_000);
  });
});

describe('evidence for people', () => {
  it('takes no HTML, link, picture or heading from anybody', async () => {
    const bench = benchOf('vertex-ai', { faults: [{ fault: 'rate-limited' }] });
    const plan = planOf('vertex-ai', {
      route: {
        ...routeOf('vertex-ai'),
        name: HOSTILE,
        owner: HOSTILE,
        environment: HOSTILE,
        labels: { [HOSTILE]: HOSTILE },
      },
      request: { ...planOf('vertex-ai').request, prompt: HOSTILE },
    });
    const run = await runSmoke(plan, bench.world, bench.journal);
    const record = evidenceOf(run, {
      version: '1',
      catalog: CATALOG,
      redact: (text) => text,
      controlled: null,
    });
    const page = evidenceMarkdown({
      ...record,
      operation: HOSTILE,
      outcome: { ...record.outcome, message: HOSTILE, next: HOSTILE },
      exchanges: record.exchanges.map((one) => ({ ...one, problem: HOSTILE, requestId: HOSTILE })),
    });
    assert.deepEqual(markup(page), { links: [], odd: [] });
    const plainRecord = evidenceMarkdown(record);
    const headings = (text: string) =>
      reader.parse(text, {}).filter(({ type }) => type === 'heading_open').length;
    assert.equal(headings(page), headings(plainRecord));
  });
});

describe('the hover of an ID, and its page', () => {
  for (const source of [
    'https://x.test/)[Fix](command:workbench.action.terminal.new)',
    '[Fix](command:workbench.action.terminal.new)',
    HOSTILE,
  ]) {
    it(`holds no command, whatever the source of a price says: ${JSON.stringify(source.slice(0, 24))}`, () => {
      const catalog = withOverrides(bundledCatalog(), {
        prices: [
          {
            model: 'veo-3.1-generate-001',
            surface: 'vertex-ai',
            usd: 1,
            unit: 'second',
            source,
            checkedOn: '2026-11-20',
          },
        ],
      } as unknown as Parameters<typeof withOverrides>[1]);
      const asked = { id: 'veo-3.1-generate-001', surface: 'vertex-ai', asOf: '2026-11-21' };
      const card = cardOf(catalog, asked.id, asked.asOf, asked.surface);
      const hover = cardMarkdown(card, {
        surfaceEvidence: { kind: 'host', detail: HOSTILE },
        price: hintOf(catalog, asked),
        request: { answer: defaultRequestCost(catalog, asked), isSent: false },
      });
      const whole = detailMarkdown(modelDetail(catalog, asked.id, asked.surface, asked.asOf));
      for (const page of [hover, whole]) {
        const { links, odd } = markup(page);
        for (const link of links) assert.match(link, /^https:\/\//);
        assert.deepEqual(odd, []);
      }
      assertPlain(cardText(card));
    });
  }
});
