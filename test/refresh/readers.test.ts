// Each reader on pages of its source's shape, and on pages that are not what they should be.
import assert from 'node:assert/strict';
import { READERS } from '../../src/refresh/readers/index.ts';
import { type Claim, type SourceName, UnreadablePageError } from '../../src/refresh/types.ts';
import { asShutdown } from '../../src/refresh/wordedDay.ts';
import { costMap, deprecationsPage, GEMINI_ROWS, pricingPage, versionsPage } from './pages.ts';

function read(name: SourceName, text: string): readonly Claim[] {
  const reader = READERS.find((candidate) => candidate.name === name);
  assert.ok(reader !== undefined);
  return reader.read(text).claims;
}

/** `ID surface: shutdown > replacements`, for tables. */
const lifecycles = (claims: readonly Claim[]): readonly string[] =>
  claims.flatMap((claim) => {
    if (claim.kind !== 'lifecycle') return [];
    const { model, shutdown, replacement, stage } = claim;
    const end = shutdown === undefined ? null : asShutdown(shutdown);
    const day = end === null ? '?' : end.kind === 'none' ? 'none' : `${end.kind} ${end.day}`;
    return [
      `${model} ${stage ?? ''}: ${day}${replacement == null ? '' : ` > ${replacement.ids.join(', ')}`}`,
    ];
  });

const prices = (claims: readonly Claim[]): readonly string[] =>
  claims.flatMap((claim) =>
    claim.kind === 'price' ? [`${claim.model} ${claim.resolution} ${claim.audio} ${claim.usd}`] : [],
  );

function refusal(name: SourceName, text: string): string {
  try {
    read(name, text);
  } catch (error) {
    assert.ok(error instanceof UnreadablePageError, String(error));
    return error.message;
  }
  return 'it was read';
}

describe('the reader of the deprecations page', () => {
  it('reads IDs, days, stages from separator rows, and replacements in prose', () => {
    const rows = [
      GEMINI_ROWS['veo-3.0-generate-001'],
      '| Preview models ||||',
      GEMINI_ROWS['veo-3.1-generate-preview'],
    ];
    assert.deepEqual(lifecycles(read('gemini-deprecations', deprecationsPage({ rows: rows.map(String) }))), [
      'veo-3.0-generate-001 ga: fixed 2026-06-30 > veo-3.1-generate-preview',
      'veo-3.1-generate-preview preview: fixed 2026-10-22 > gemini-omni-1.1-flash',
      'gemini-omni-1.1-flash ga: none',
    ]);
  });

  it('finds columns by their names, in any order and with more of them', () => {
    const page = deprecationsPage({
      head: '| Notes | End-of-life / shutdown | Model ID | Upgrade to | Release |\n|---|---|---|---|---|',
      rows: ['| x | May 1, 2027 | `veo-3.1-generate-preview` | `gemini-omni-1.1-flash` | October 15, 2025 |'],
    });
    assert.equal(
      lifecycles(read('gemini-deprecations', page))[0],
      'veo-3.1-generate-preview preview: fixed 2027-05-01 > gemini-omni-1.1-flash',
    );
  });

  for (const [what, page, reason] of [
    [
      'a missing heading',
      deprecationsPage({ heading: 'Video models' }),
      "the heading 'Veo models' is missing",
    ],
    [
      'another language',
      deprecationsPage({ heading: 'Modelos de Veo' }),
      "the heading 'Veo models' is missing",
    ],
    [
      'a renamed column',
      deprecationsPage({
        head: '| **Model** | **Release date** | **Status** | **Recommended replacement** |\n|---|---|---|---|',
      }),
      "the table under 'Veo models' has no column for the shutdown date",
    ],
    [
      'no table',
      deprecationsPage({ head: '', rows: ['Soon.'] }),
      "there is no table under the heading 'Veo models'",
    ],
    [
      'a table of other models',
      deprecationsPage({ rows: ['| `song-3` | | | |'] }),
      "no row under the heading 'Veo models' has a Veo model ID",
    ],
    [
      'an ID with two days',
      deprecationsPage({ rows: ['| `veo-9-x` | | May 1, 2027 | |', '| `veo-9-x` | | May 2, 2027 | |'] }),
      'it lists veo-9-x twice with different days',
    ],
    [
      'a cut row',
      `${deprecationsPage().split('| `veo-3.1-generate-preview`')[0]}| \`veo-3.1-gener`,
      'the page ends in the middle of a table',
    ],
    [
      'an HTML page',
      '<!DOCTYPE html><html><body>404</body></html>',
      'it is an HTML page, not the Markdown of the page',
    ],
    ['nothing', ' \n', 'the page is empty'],
  ] as const) {
    it(`does not read ${what}`, () => {
      assert.equal(refusal('gemini-deprecations', page), reason);
    });
  }
});

describe('the reader of the model versions page', () => {
  it('reads floors and days, beside a table whose header is too short', () => {
    assert.deepEqual(
      lifecycles(
        read(
          'vertex-model-versions',
          versionsPage(['Not before May 19, 2027', 'No retirement date announced']),
        ),
      ),
      [
        'veo-3.1-generate-001 ga: notBefore 2027-05-19',
        'veo-3.1-fast-generate-001 ga: none',
        'veo-3.0-generate-001 ga: fixed 2026-06-30',
      ],
    );
  });

  it('reads the fourth column of newer copies, and rows that are longer than the header', () => {
    const cell = { cell: '`veo-3.2-generate-001`' };
    for (const page of [
      versionsPage(['May 19, 2027', 'May 19, 2027'], { columns: 'Replacement model', ...cell }),
      versionsPage(['May 19, 2027', 'May 19, 2027'], cell),
    ]) {
      assert.match(
        lifecycles(read('vertex-model-versions', page))[0] ?? '',
        /^veo-3.1-generate-001 ga: fixed 2027-05-19/,
      );
    }
  });
});

describe('the reader of the pricing page', () => {
  const STANDARD = [
    'veo-3.1-generate-preview 720p true 0.4',
    'veo-3.1-generate-preview 1080p true 0.4',
    'veo-3.1-generate-preview 4k true 0.6',
  ];
  for (const [what, body] of [
    [
      'prices with their sizes behind them, under a header that lacks a cell',
      '| Free Tier | Paid Tier, per second in USD | |\n|---|---|---|\n| Veo 3.1 Standard video with audio price (default) | Not available | $0.40 (720p and 1080p) $0.60 (4k) |',
    ],
    [
      'prices apart by commas',
      '| | Free Tier | Paid Tier, per second in USD |\n|---|---|---|\n| Veo 3.1 Standard video with audio price | Not available | $0.40 (720p), $0.40 (1080p), $0.60 (4k) |',
    ],
    [
      'a column for each size',
      '| Model | 720p | 1080p | 4k |\n|---|---|---|---|\n| `veo-3.1-generate-preview`, per second | $0.40 | $0.40 | $0.60 |',
    ],
    ['a list', '- Veo 3.1 Standard with audio: 720p and 1080p $0.40 per second, 4k $0.60 per second'],
    [
      'lines of their own',
      'Free Tier\n\nPaid Tier, per second in USD\n\nVeo 3.1 Standard video with audio price (default)\n\nNot available\n\n$0.40 (720p, 1080p) $0.60 (4k)',
    ],
  ] as const) {
    it(`reads ${what}`, () => {
      assert.deepEqual(prices(read('gemini-pricing', pricingPage(body))), STANDARD);
    });
  }

  it('tells tiers and sound apart', () => {
    const body =
      '| Free Tier | Paid Tier, per second in USD | |\n|---|---|---|\n| Fast video with audio price | Not available | $0.10 |\n| Fast video without audio price | Not available | $0.08 |';
    assert.deepEqual(prices(read('gemini-pricing', pricingPage(body))), [
      'veo-3.1-fast-generate-preview any true 0.1',
      'veo-3.1-fast-generate-preview any false 0.08',
    ]);
  });

  for (const [what, body] of [
    ['a price per token', '| Tier | Paid Tier, per 1M tokens in USD |\n|---|---|\n| Video price | $17.50 |'],
    ['a price per video', '| Tier | Paid |\n|---|---|\n| Video price | $3.20 per video |'],
    ['another currency', '| Tier | Paid, per second |\n|---|---|\n| Video price | 0,40 € |'],
    [
      'two prices that nothing tells apart',
      '| Tier | Paid, per second |\n|---|---|\n| Video price | $0.40 $0.60 |',
    ],
  ] as const) {
    it(`takes no price from ${what}`, () => {
      assert.equal(
        refusal('gemini-pricing', pricingPage(body)),
        "no price per second can be read under the heading 'Veo 3.1'",
      );
    });
  }
});

describe('the reader of the changelog', () => {
  const entry = (text: string): string =>
    `# Release notes\n\n## June 15, 2026\n\n${text}\n\n## June 1, 2026\n\n- Something else.\n`;

  it('reads an announcement with its list, and not the IDs that are recommended instead', () => {
    const claims = read(
      'gemini-changelog',
      entry(
        '- **Deprecation announcement**: The following models will be shut down on June 30, 2026:\n\n  - `veo-2.0-generate-001`\n  - `veo-3.0-generate-001`\n\n  Update your code to use `veo-3.1-generate-preview` instead.',
      ),
    );
    assert.deepEqual(lifecycles(claims), [
      'veo-2.0-generate-001 : fixed 2026-06-30',
      'veo-3.0-generate-001 : fixed 2026-06-30',
    ]);
    assert.ok(claims.every((claim) => claim.kind === 'lifecycle' && claim.announced === '2026-06-15'));
  });

  it('reads a release', () => {
    const [claim] = read(
      'gemini-changelog',
      entry('- Launched `veo-3.2-generate-preview`, our newest model.'),
    );
    assert.deepEqual(claim?.kind === 'lifecycle' && claim.released, {
      kind: 'day',
      day: '2026-06-15',
      floor: false,
      inProse: false,
      said: '2026-06-15',
    });
  });

  it('does not read a page without days', () => {
    assert.equal(
      refusal('gemini-changelog', '# Notas\n\n## 15 de junio de 2026\n\n- x'),
      'no heading of it is a day',
    );
  });
});

describe('the reader of a model page', () => {
  const EXPECTED = ['veo-3.1-generate-001 ga: notBefore 2027-05-17'];
  for (const [what, page] of [
    [
      'a table of pairs',
      '# Veo 3.1\n\n| Model ID | `veo-3.1-generate-001` |\n|---|---|\n| Launch stage | GA |\n| Release date | November 17, 2025 |\n| Retirement date | Not before May 17, 2027 |\n',
    ],
    [
      'a list',
      '# Veo 3.1\n\nModel ID\n\n`veo-3.1-generate-001`\n\n- Launch stage: GA\n- Release date: November 17, 2025\n- Discontinuation date: Not before May 17, 2027\n',
    ],
    [
      'all in one cell',
      '# Veo 3.1\n\n| Versions | x |\n|---|---|\n| Versions | * `veo-3.1-generate-001` * Launch stage: GA * Release date: November 17, 2025 * Retirement date: Not before May 17, 2027 |\n',
    ],
  ] as const) {
    it(`reads ${what}`, () => {
      assert.deepEqual(lifecycles(read('vertex-model-page', page)), EXPECTED);
    });
  }

  it('does not read a page that names no model', () => {
    assert.equal(
      refusal('vertex-model-page', '# Veo\n\nRelease date: May 1, 2026\n'),
      "no model ID is followed by a 'Launch stage' or 'Release date'",
    );
  });
});

describe('the readers of lists in JSON', () => {
  it('read the prices of gateways, of strings too', () => {
    assert.deepEqual(
      prices(read('litellm', costMap({ 'vertex_ai/veo-3.1-generate-001': 0.4, 'gpt-9': 1 }))),
      ['vertex_ai/veo-3.1-generate-001 any null 0.4'],
    );
    const list = {
      data: [{ id: 'google/veo-3.1', pricing_skus: { duration_seconds_with_audio_4k: '0.60' } }],
    };
    assert.deepEqual(prices(read('openrouter-videos', JSON.stringify(list))), ['google/veo-3.1 4k true 0.6']);
  });

  it('read the days that a third party gives for the Gemini API', () => {
    const row = {
      provider: 'Google',
      model_id: 'veo-3.0-generate-preview',
      shutdown_date: '2025-11-12',
      url: 'https://ai.google.dev/x',
    };
    const list = [row, { ...row, shutdown_date: '' }, { ...row, model_id: 'song-3' }];
    assert.deepEqual(lifecycles(read('deprecations-info', JSON.stringify(list))), [
      'veo-3.0-generate-preview : fixed 2025-11-12',
    ]);
  });

  for (const name of ['litellm', 'openrouter-videos', 'deprecations-info'] as const) {
    it(`${name}: half an answer, another answer and a web page are not read`, () => {
      assert.match(
        refusal(name, '[{"data": '),
        /^the answer is not valid JSON: it seems to end in the middle$/,
      );
      assert.notEqual(refusal(name, '{}'), 'it was read');
      assert.notEqual(refusal(name, '[]'), 'it was read');
      assert.match(refusal(name, '<html></html>'), /web page/);
    });
  }
});
