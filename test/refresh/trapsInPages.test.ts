// Whole pages as they might change: each change with the answer that a person gave before the program was asked.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { refreshFrom } from '../../src/refresh/refresh.ts';
import { answersOf } from './answersOf.ts';
import { deprecationsPage, GEMINI_ROWS, versionsPage } from './pages.ts';

const catalog = bundledCatalog();

describe('the columns of a table', () => {
  const rows = Object.values(GEMINI_ROWS);
  const headed = (head: string, separator = '|---|---|---|---|') =>
    answersOf('gemini-deprecations', deprecationsPage({ head: `${head}\n${separator}`, rows }));
  for (const head of [
    '| **Model ID** | **Launch date** | **Retirement date** | **Recommended upgrade** |',
    '| Model | Release date | End of life | Replacement model |',
    '| Model | Released on | Planned shutdown date | Successor |',
    '| Model | Release date | Retires | Use instead |',
  ]) {
    it(`${head} says the same`, () => {
      assert.deepEqual(headed(head), []);
    });
  }
  for (const [head, what] of [
    ['| Name | Release date | Shutdown date | Replacement |', 'has no column for the model ID'],
    ['| Modelo | Lanzamiento | Cierre | Reemplazo |', 'has no column for the model ID'],
    ['| Model | Release date | Date | Replacement |', 'has no column for the shutdown date'],
    ['| Model | Release date | Deprecation date | Replacement |', 'has no column for the shutdown date'],
    [
      '| Model | Release date | Earliest shutdown date | Replacement |',
      "has no column for the shutdown date; 'Earliest shutdown date' may mean something else",
    ],
    [
      '| Model | Release date | No shutdown before | Replacement |',
      "has no column for the shutdown date; 'No shutdown before' may mean something else",
    ],
    [
      '| Model | Release date | Days to shutdown | Replacement |',
      "has no column for the shutdown date; 'Days to shutdown' may mean something else",
    ],
    [
      '| Model | Shutdown announced | Shutdown date | Replacement |',
      "has more than one column about an end: 'Shutdown announced' and 'Shutdown date'",
    ],
  ] as const) {
    it(`${head} is refused`, () => {
      assert.deepEqual(headed(head), [`refused: the table under 'Veo models' ${what}`]);
    });
  }

  it('a second retirement date is refused', () => {
    const page = versionsPage(undefined, { columns: 'Extended retirement date', cell: 'May 1, 2027' });
    assert.deepEqual(answersOf('vertex-model-versions', page), [
      "refused: the table under 'Veo models' has more than one column about an end: 'Retirement date' and 'Extended retirement date'",
    ]);
  });

  it('a fourth column that is empty or about something else changes nothing', () => {
    for (const [columns, cell] of [
      ['Replacement model', ' '],
      ['Replacement model', '—'],
      ['Region', 'us-central1'],
      ['Notes', 'Moves to May 1, 2027'],
    ] as const)
      assert.deepEqual(answersOf('vertex-model-versions', versionsPage(undefined, { columns, cell })), []);
  });

  it('dates that stand in the column of others are never safe', () => {
    const swapped = headed('| Model | Shutdown date | Release date | Recommended replacement |');
    assert.ok(swapped.length > 0 && swapped.every((row) => !row.startsWith('safe')), swapped.join('\n'));
  });
});

describe('a page that was cut anywhere', () => {
  const date: readonly [string, string] = ['May 19, 2027 or later', 'May 19, 2027'];
  const row = '| `veo-3.2-generate-preview` | November 24, 2026 | Not before May 19, 2027 |   |';
  for (const [name, page] of [
    ['vertex-model-versions', versionsPage(date)],
    ['gemini-deprecations', deprecationsPage({ rows: [...Object.values(GEMINI_ROWS), row] })],
  ] as const) {
    it(`${name}: what is accepted by default is what the whole page says`, () => {
      const whole = new Set(answersOf(name, page));
      const [from, to] = [page.indexOf('Veo models'), page.lastIndexOf('`veo') + 120];
      for (let length = from; length < to; length++) {
        const wrong = answersOf(name, page.slice(0, length)).filter(
          (answer) => answer.startsWith('safe') && !whole.has(answer),
        );
        assert.deepEqual(wrong, [], `cut after ${JSON.stringify(page.slice(length - 40, length))}`);
      }
    });
  }

  it('confirms no date of the rows that are left where one is older than the catalog knows', () => {
    const old = versionsPage(['No retirement date announced', 'November 17, 2026 or later']);
    const { differences } = refreshFrom(catalog, [{ name: 'vertex-model-versions', text: old }], {
      day: '2026-11-25',
      saved: true,
    });
    const checked = differences.find(({ edit }) => edit?.kind === 'checked');
    assert.deepEqual(checked?.doubts, ['the page may be an old copy: it lacks a date that the catalog has']);
  });
});

describe('an answer that is another page', () => {
  for (const text of [
    '<!DOCTYPE html><html><body>404</body></html>',
    '<html><head><title>Sign in</title></head></html>',
    '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    '<!-- moved --><meta http-equiv="refresh" content="0">',
    '<div id="app"></div><script src="x.js"></script>',
    '{"error":{"code":404}}',
    'Too many requests',
    '# 404\n\nThis page is gone.',
    '## Veo models\n\nMoved to [here](https://x.test).',
    '',
  ]) {
    it(`${JSON.stringify(text)} is one sentence for every page`, () => {
      for (const name of [
        'gemini-deprecations',
        'gemini-pricing',
        'gemini-changelog',
        'vertex-model-versions',
        'vertex-model-page',
      ] as const) {
        const [sentence = '', ...others] = answersOf(name, text);
        assert.ok(sentence.startsWith('refused: ') && others.length === 0, `${name}: ${sentence}`);
      }
    });
  }
});

describe('two pages of Google', () => {
  it('that disagree about a date are both doubted, also where one says what the catalog says', () => {
    const page =
      '# Veo 3.1\n\n| Model ID | `veo-3.1-generate-001` |\n|---|---|\n| Launch stage | GA |\n| Retirement date | November 20, 2026 |\n';
    const { differences } = refreshFrom(
      catalog,
      [
        { name: 'vertex-model-versions', text: versionsPage() },
        { name: 'vertex-model-page', text: page },
      ],
      { day: '2026-11-25', saved: true },
    );
    const row = differences.find(({ id }) => id.startsWith('shutdown:veo-3.1-generate-001'));
    assert.deepEqual(row?.doubts, ['vertex-model-versions still says not before 2026-11-17']);
    const checked = differences.flatMap(({ edit }) => (edit?.kind === 'checked' ? edit.rows : []));
    assert.ok(!checked.some(({ model }) => model === 'veo-3.1-generate-001'));
  });
});

describe('the changelog', () => {
  const NEWS = '2026-11-24';
  const entry = (text: string) =>
    answersOf(
      'gemini-changelog',
      `# Release notes\n\n## November 24, 2026\n\n${text}\n\n## June 1, 2026\n\n- Something else.\n`,
    );
  const END = 'shutdown:gemini-omni-1.1-flash';
  const TOLD = `doubt announced:gemini-omni-1.1-flash: ${NEWS}`;
  for (const [text, expected] of [
    ['- `gemini-omni-1.1-flash` will be shut down on May 1, 2027.', [TOLD, `doubt ${END}: 2027-05-01`]],
    ['- `gemini-omni-1.1-flash` will not be shut down on May 1, 2027.', [TOLD, `doubt ${END}: 2027-05-01`]],
    [
      '- The following models will be shut down:\n\n  - May 1, 2027: `gemini-omni-1.1-flash`',
      [TOLD, `doubt ${END}: 2027-05-01`],
    ],
    [
      '- The following models will be shut down:\n\n  - May 1: `gemini-omni-1.1-flash`',
      [`look ${END}: May 1`],
    ],
    [
      '- The shutdown of `gemini-omni-1.1-flash` moves from May 1, 2027 to June 1, 2027.',
      [`look ${END}: The shutdown of gemini-omni-1.1-flash moves from May 1, 2027 to June 1, 2027.`],
    ],
    ['- Added seeds to `gemini-omni-1.1-flash`.', []],
    [
      '- Launched `veo-3.2-generate-preview`, replacing `gemini-omni-1.1-flash`.',
      [`doubt model:veo-3.2-generate-preview: preview, released ${NEWS}, shutdown no date`],
    ],
  ] as const) {
    it(`${text} is ${expected.join(' and ') || 'no change'}`, () => {
      assert.deepEqual(entry(text), expected);
    });
  }

  it('a model was released by the oldest entry that says so', () => {
    const page =
      '# R\n\n## November 20, 2026\n\n- Launched `veo-3.2-generate-preview` in Europe.\n\n## November 1, 2026\n\n- Launched `veo-3.2-generate-preview`.\n';
    assert.deepEqual(answersOf('gemini-changelog', page), [
      'doubt model:veo-3.2-generate-preview: preview, released 2026-11-01, shutdown no date',
    ]);
  });
});

describe('a model page', () => {
  const page = (stage: string, more = '') =>
    `# Veo 3.1\n\n| Model ID | \`veo-3.1-generate-001\` |\n|---|---|\n| Launch stage | ${stage} |\n| Retirement date | November 17, 2026 or later |\n${more}`;
  for (const [stage, expected] of [
    ['GA', []],
    ['Generally available', []],
    ['Preview', ['doubt stage:veo-3.1-generate-001: preview']],
    ['Deprecated', ['look unread:launch stage of veo-3.1-generate-001:Deprecated: Deprecated']],
    ['Not GA', ['look unread:launch stage of veo-3.1-generate-001:Not GA: Not GA']],
  ] as const) {
    it(`${stage} is ${expected.join() || 'no change'}`, () => {
      assert.deepEqual(answersOf('vertex-model-page', page(stage)), expected);
    });
  }

  it('what stands below another heading is not about the model above it', () => {
    const other = '\n## Extensions\n\n| Launch stage | Preview |\n|---|---|\n';
    assert.deepEqual(answersOf('vertex-model-page', page('GA', other)), []);
  });

  it('a model with two stages is refused', () => {
    assert.deepEqual(answersOf('vertex-model-page', page('GA') + page('Preview')), [
      'refused: it says two things of veo-3.1-generate-001: launch stage',
    ]);
  });
});
