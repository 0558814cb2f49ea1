// What a page changes about the catalog, and what is doubted.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { integrityErrors } from '../../src/catalog/integrity.ts';
import { statusOn } from '../../src/catalog/lifecycle.ts';
import { isSafe } from '../../src/refresh/difference.ts';
import { type Answer, acceptRows, chosenRows, refreshFrom } from '../../src/refresh/refresh.ts';
import type { Difference } from '../../src/refresh/types.ts';
import { costMap, deprecationsPage, GEMINI_ROWS, pricingPage, versionsPage } from './pages.ts';

const catalog = bundledCatalog();
const DAY = '2026-11-25';

const refreshed = (...answers: readonly Answer[]) => refreshFrom(catalog, answers, { day: DAY, saved: true });

/** Rows but for confirmations, as `what: before > after ? doubts`. */
function told(...answers: readonly Answer[]): readonly string[] {
  const { sources, differences } = refreshed(...answers);
  assert.deepEqual(
    sources.filter(({ state }) => state !== 'read'),
    [],
  );
  return differences
    .filter(({ edit }) => edit?.kind !== 'checked')
    .map(
      ({ what, before, after, doubts }) =>
        `${what}: ${before} > ${after}${doubts.map((doubt) => ` ? ${doubt}`).join('')}`,
    );
}

const gemini = (page: string): Answer => ({ name: 'gemini-deprecations', text: page });
const vertex = (page: string): Answer => ({ name: 'vertex-model-versions', text: page });

describe('a refresh by pages that say what the catalog says', () => {
  it('has no difference but that the facts were checked', () => {
    const answers = [gemini(deprecationsPage()), vertex(versionsPage())];
    assert.deepEqual(told(...answers), []);
    const [first] = refreshed(...answers).differences;
    assert.deepEqual([first?.edit?.kind, first?.after, first?.doubts], ['checked', `checked on ${DAY}`, []]);
  });
});

describe('a difference that is accepted by default', () => {
  for (const [what, answer, expected] of [
    [
      'a new row',
      gemini(
        deprecationsPage({
          rows: [
            ...Object.values(GEMINI_ROWS),
            '| `veo-3.5-fast-generate-preview` | November 20, 2026 | No shutdown date announced |   |',
          ],
        }),
      ),
      'model of veo-3.5-fast-generate-preview on Gemini API: not in the catalog > preview, released 2026-11-20, shutdown no date',
    ],
    [
      'a date where there was none',
      gemini(deprecationsPage({ omni: '| `gemini-omni-1.1-flash` | August 27, 2026 | March 1, 2027 |   |' })),
      'shutdown of gemini-omni-1.1-flash on Gemini API: no date > 2027-03-01',
    ],
    [
      'a floor that moves later',
      vertex(versionsPage(['Not before May 19, 2027', 'November 17, 2026 or later'])),
      'shutdown of veo-3.1-generate-001 on Vertex AI: not before 2026-11-17 > not before 2027-05-19',
    ],
    [
      'a fixed day in the place of a floor',
      vertex(versionsPage(['May 19, 2027', 'November 17, 2026 or later'])),
      'shutdown of veo-3.1-generate-001 on Vertex AI: not before 2026-11-17 > 2027-05-19',
    ],
  ] as const) {
    it(`${what}`, () => {
      assert.deepEqual(told(answer), [expected]);
      assert.ok(refreshed(answer).differences.every(isSafe));
    });
  }

  it('a replacement that the same page adds', () => {
    const rows = [
      ...Object.values(GEMINI_ROWS),
      '| `gemini-omni-2-flash` | November 20, 2026 | No shutdown date announced |   |',
    ];
    const omni =
      '| `gemini-omni-1.1-flash` | August 27, 2026 | No shutdown date announced | `gemini-omni-2-flash` |';
    assert.deepEqual(told(gemini(deprecationsPage({ rows, omni }))), [
      'model of gemini-omni-2-flash on Gemini API: not in the catalog > ga, released 2026-11-20, shutdown no date',
      'replacement of gemini-omni-1.1-flash on Gemini API: none > gemini-omni-2-flash',
    ]);
  });

  it('a price that changes a little', () => {
    const known = catalog.priceRows('google/veo-3.1-fast', 'openrouter')[0];
    assert.ok(known !== undefined);
    const list = {
      data: [{ id: 'google/veo-3.1', pricing_skus: { duration_seconds_with_audio_4k: '0.65' } }],
    };
    assert.deepEqual(told({ name: 'openrouter-videos', text: JSON.stringify(list) }), [
      'price of google/veo-3.1 on OpenRouter, 4k with audio: $0.6 per second > $0.65 per second',
    ]);
  });
});

describe('a difference that is doubted', () => {
  const floor = 'shutdown of veo-3.1-generate-001 on Vertex AI: not before 2026-11-17';
  for (const [what, answer, expected] of [
    [
      'a date that moves earlier',
      vertex(versionsPage(['November 1, 2026', 'November 17, 2026 or later'])),
      [`${floor} > 2026-11-01 ? the date moves earlier, which the page promises not to do`],
    ],
    [
      'a date that is gone',
      vertex(versionsPage(['No retirement date announced', 'November 17, 2026 or later'])),
      [`${floor} > no date ? a date that was published (2026-11-17) is gone`],
    ],
    [
      'a date in prose',
      vertex(versionsPage(['Existing customers may go on until May 19, 2027', 'November 17, 2026 or later'])),
      [
        `${floor} > 2027-05-19 ? the day stands in a sentence: "Existing customers may go on until May 19, 2027"`,
      ],
    ],
    [
      'a date that cannot be read',
      vertex(versionsPage(['Q4 2027', 'November 17, 2026 or later'])),
      [`${floor} > Q4 2027 ? "Q4 2027" cannot be read as one day`],
    ],
    [
      'a row that has vanished',
      vertex(versionsPage().replace(/\| `veo-3.1-generate-001`.*\n/, '')),
      [
        'row of veo-3.1-generate-001 on Vertex AI: listed, shutdown not before 2026-11-17 > not listed ? the row has vanished; ask the surface itself whether it answers',
      ],
    ],
    [
      'a model that would come back',
      gemini(
        deprecationsPage({
          rows: [
            '| `veo-3.1-generate-preview` | October 15, 2025 | March 1, 2027 | `gemini-omni-1.1-flash` |',
          ],
        }),
      ),
      [
        'shutdown of veo-3.1-generate-preview on Gemini API: 2026-10-22 > 2027-03-01 ? it counts as shut down since 2026-10-22, and this would bring it back',
      ],
    ],
    [
      'a replacement that nobody knows, glued to words',
      gemini(
        deprecationsPage({
          omni: '| `gemini-omni-1.1-flash` | August 27, 2026 | No shutdown date announced | gemini-omni-1.2-flashor another |',
        }),
      ),
      [
        'replacement of gemini-omni-1.1-flash on Gemini API: none > gemini-omni-1.2-flashor ? words are glued to the ID: "gemini-omni-1.2-flashor another" ? gemini-omni-1.2-flashor is not a known model ID',
      ],
    ],
    [
      'a replacement that does not answer itself',
      gemini(
        deprecationsPage({
          omni: '| `gemini-omni-1.1-flash` | August 27, 2026 | No shutdown date announced | `veo-3.1-generate-preview` |',
        }),
      ),
      [
        'replacement of gemini-omni-1.1-flash on Gemini API: none > veo-3.1-generate-preview ? veo-3.1-generate-preview was itself shut down by 2026-11-25',
      ],
    ],
    [
      'a day before the release',
      vertex(versionsPage(['May 1, 2024 or later', 'November 17, 2026 or later'])),
      [
        `${floor} > not before 2024-05-01 ? the date moves earlier, which the page promises not to do ? it would contradict the catalog: veo-3.1-generate-001 on vertex-ai: its shutdown 2024-05-01 is before its release 2025-11-17`,
      ],
    ],
    [
      'a price that more than doubles',
      {
        name: 'openrouter-videos',
        text: JSON.stringify({
          data: [{ id: 'google/veo-3.1', pricing_skus: { duration_seconds_with_audio_4k: '6.0' } }],
        }),
      },
      [
        'price of google/veo-3.1 on OpenRouter, 4k with audio: $0.6 per second > $6 per second ? it changes by 900%',
      ],
    ],
    [
      'an ID that LiteLLM alone prices',
      { name: 'litellm', text: costMap({ 'gemini/veo-9.9-generate-001': 0.4 }) },
      [
        'spelling of gemini/veo-9.9-generate-001 on LiteLLM: not in the catalog > $0.4 per second ? the map prices it, but its surface never had such an ID',
      ],
    ],
    [
      'a day that a third party alone gives',
      {
        name: 'deprecations-info',
        text: JSON.stringify([
          { model_id: 'gemini-omni-1.1-flash', shutdown_date: '2027-01-01', url: 'https://ai.google.dev/x' },
        ]),
      },
      ['shutdown of gemini-omni-1.1-flash on Gemini API: no date > 2027-01-01 ? only a third party says so'],
    ],
  ] as const) {
    it(what, () => {
      assert.deepEqual(told(answer), expected);
      assert.deepEqual(
        refreshed(answer).differences.filter((row) => row.edit?.kind !== 'checked' && isSafe(row)),
        [],
      );
    });
  }

  it('two pages that disagree', () => {
    const page = '# Veo\n\nModel ID\n\n`veo-3.1-generate-001`\n\n- Retirement date: June 1, 2027\n';
    const rows = told(vertex(versionsPage(['May 19, 2027', 'November 17, 2026 or later'])), {
      name: 'vertex-model-page',
      text: page,
    });
    assert.deepEqual(rows, [
      `${floor} > 2027-05-19 ? vertex-model-page says 2027-06-01`,
      `${floor} > 2027-06-01 ? vertex-model-versions says 2027-05-19`,
    ]);
  });
});

describe('one unreadable page', () => {
  it('is said in one sentence and takes nothing from the others', () => {
    const { sources, differences } = refreshed(
      gemini(deprecationsPage({ heading: 'Video' })),
      vertex(versionsPage(['May 19, 2027', 'November 17, 2026 or later'])),
    );
    assert.deepEqual(sources[0], {
      name: 'gemini-deprecations',
      state: 'unreadable',
      reason: "the heading 'Veo models' is missing",
    });
    assert.ok(
      differences.some(({ id }) => id === 'shutdown:veo-3.1-generate-001@vertex-ai/vertex-model-versions'),
    );
  });
});

describe('accepted rows', () => {
  function accepted(choices: readonly string[], ...answers: readonly Answer[]) {
    const refresh = refreshed(...answers);
    return createCatalog(acceptRows(catalog.data, chosenRows(refresh.differences, choices), refresh));
  }

  it('change the status on the day, end prices, and cite the page', () => {
    const next = accepted(['safe'], vertex(versionsPage(['May 19, 2027', 'November 17, 2026 or later'])));
    assert.equal(statusOn(next, 'veo-3.1-generate-001', 'vertex-ai', DAY), 'deprecated');
    assert.equal(statusOn(next, 'veo-3.1-generate-001', 'vertex-ai', '2027-05-19'), 'shut-down');
    assert.ok(
      next
        .priceRows('veo-3.1-generate-001', 'vertex-ai')
        .every(({ to }) => to !== null && to <= '2027-05-19'),
    );
    const row = next.model('veo-3.1-generate-001')?.surfaces['vertex-ai'];
    assert.deepEqual([row?.checkedOn, row?.sources[0]], [DAY, `VTXVER-${DAY}`]);
    assert.equal(next.source(`VTXVER-${DAY}`)?.confidence, 'official-copy');
    assert.deepEqual(integrityErrors(next.data), []);
  });

  it('say of other rows that their replacement is gone, and keep the catalog free of contradictions', () => {
    const next = accepted(
      ['safe'],
      vertex(versionsPage(['November 20, 2026', 'November 17, 2026 or later'])),
    );
    assert.match(next.model('veo-3.0-generate-001')?.surfaces['vertex-ai']?.note ?? '', /2026-11-20/);
    assert.deepEqual(integrityErrors(next.data), []);
  });

  it('take prices of a model that comes with them', () => {
    const rows = [
      ...Object.values(GEMINI_ROWS),
      '| `veo-3.5-generate-preview` | November 20, 2026 | No shutdown date announced |   |',
    ];
    const body =
      '| | Free | Paid Tier, per second in USD |\n|---|---|---|\n| Standard video with audio price | - | $0.50 |';
    const next = accepted(['safe'], gemini(deprecationsPage({ rows })), {
      name: 'gemini-pricing',
      text: pricingPage(body, '`veo-3.5-generate-preview`'),
    });
    assert.deepEqual(
      next
        .priceRows('veo-3.5-generate-preview', 'gemini-api')
        .map(({ usd, from, resolution }) => [usd, from, resolution]),
      [[0.5, DAY, 'any']],
    );
  });

  it('are refused where there is nothing to accept, or no such row', () => {
    const page = vertex(versionsPage(['Q4 2027', 'November 17, 2026 or later']));
    assert.throws(
      () => accepted(['shutdown:veo-3.1-generate-001@vertex-ai/vertex-model-versions'], page),
      /can only be looked at/,
    );
    assert.throws(() => accepted(['99'], page), /There is no row "99"/);
  });

  it('have IDs of their own', () => {
    const rows: readonly Difference[] = refreshed(
      gemini(deprecationsPage({ rows: ['| `veo-3.5-generate-preview` | | Q4 2027 | `veo-9-x` |'] })),
      vertex(versionsPage(['May 1, 2027', 'May 2, 2027'])),
    ).differences;
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  });
});
