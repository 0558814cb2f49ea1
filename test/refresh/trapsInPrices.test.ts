// Prices as they might be written: each change with the answer that a person gave before the program was asked.
import assert from 'node:assert/strict';
import { answersOf } from './answersOf.ts';
import { costMap, LITE_PRICES, pricingPage as pageWith } from './pages.ts';

/** A page that prices every model that the catalog has. */
const pricingPage = (body: string, ids?: string): string => pageWith(body, ids, LITE_PRICES);

describe('prices', () => {
  const BEFORE = '2026-10-01';
  const STANDARD = 'price:veo-3.1-generate-preview';
  const row = (cell: string, label = 'Veo 3.1 Standard video with audio price (default)') =>
    pricingPage(
      `| Free Tier | Paid Tier, per second in USD | |\n|---|---|---|\n| ${label} | Not available | ${cell} |\n| Veo 3.1 Fast video with audio price | Not available | $0.10 (720p), $0.12 (1080p), $0.30 (4k) |`,
    );
  const marks = (page: string) => [
    ...new Set(answersOf('gemini-pricing', page, BEFORE).map((answer) => answer.split(' ')[0])),
  ];
  for (const [mark, cells] of [
    [
      undefined,
      '$0.40|$0.40 per second|$0.40 (720p, 1080p), $0.60 (4K)|$0.40 (720p/1080p) / $0.60 (4k)|720p: $0.40, 1080p: $0.40, 4k: $0.60|US$0.40 (720p and 1080p)|$0.40/s (720p and 1080p) $0.60/s (4k)|$0.40*|$0.40 (720p)<br>$0.40 (1080p)<br>$0.60 (4k)|$0.40 <!-- $0.45 -->|<!-- $0.45 --> $0.40',
    ],
    ['safe', '$0.45 (720p and 1080p) $0.60 (4k)|$0.30|$0.20 (720p and 1080p)'],
    [
      'doubt',
      '$4.00|up to $0.60|A$0.45|C$0.45|CA$0.45|HK$0.45|$0.45 CAD|$0.45+|from $0.45|<$0.45|≈$0.45|~$0.45|-$0.45|$0.45–|<s>$0.45</s>|<del>$0.45</del>|$0.45 (25% off)|$0.45 (before tax)|$0.45 / 5s|$0.30 (promotional)|$0.30 from January 1, 2027|$3.20 per 8 seconds|$3.20 (8s)|$0.30 EUR|~~$0.30~~',
    ],
    [
      'look',
      '$0.40 - $0.60|$0.40 $0.30|<del>$0.40</del> $0.45|$0.45 ($0.40 with batch)|$0.40<br>$0.60 (4k)|USD 0.45|$.45|$0.45/min|~~$0.40~~ $0.30|$0,40|$1,000.40|€0.40|40¢|0.40 USD|Free of charge|Contact sales|$3.20 per video|$0.40 / 1M tokens|$0.40 with audio, $0.20 without audio|$0.40 (720p and 1080p), $0.50 (2k), $0.60 (4k)',
    ],
  ] as const) {
    for (const cell of cells.split('|')) {
      it(`${cell} is ${mark ?? 'no change'}`, () => {
        assert.deepEqual(marks(row(cell)), mark === undefined ? [] : [mark]);
      });
    }
  }

  for (const [what, page] of [
    ['a footnote', row('$0.45[^1]').replace('[No]', '[^1]: Promotional price.\n\n[No]')],
    ['a note at a star', row('$0.45\\*').replace('[No]', '\\* Until the end of the preview.\n\n[No]')],
    ['a header in another currency', row('$0.45').replace('per second in USD', 'per second in CAD')],
    ['a header of another service', row('$0.20').replace('Paid Tier, per second', 'Batch, per second')],
    [
      'another price under a second heading',
      row('$0.40').replace(
        '## Veo 3.1 Lite',
        '## Veo 3.1 batch\n\n_`veo-3.1-generate-preview`_\n\n| Veo 3.1 Standard video with audio price | $0.20 |\n\n## Veo 3.1 Lite',
      ),
    ],
  ] as const) {
    it(`with ${what} are doubted`, () => {
      assert.deepEqual(marks(page), ['doubt']);
    });
  }

  it('that are commented out are not read', () => {
    const hidden = '<!-- | Veo 3.1 Standard video with audio price | Not available | $0.20 | -->';
    assert.deepEqual(marks(row('$0.40').replace('| Veo 3.1 Fast', `${hidden}\n| Veo 3.1 Fast`)), []);
  });

  it('that are no longer listed are shown as a doubt, and not where they only cannot be read', () => {
    const only = (label: string) =>
      pricingPage(
        `| Free Tier | Paid Tier, per second in USD | |\n|---|---|---|\n| ${label} | Not available | $0.40 (720p and 1080p) $0.60 (4k) |`,
      );
    const standard = only('Veo 3.1 Standard video with audio price');
    assert.deepEqual(answersOf('gemini-pricing', standard, BEFORE), [
      'look price:veo-3.1-fast-generate-preview: no price is listed',
    ]);
    const ended = answersOf('gemini-pricing', standard, '2026-11-25');
    assert.deepEqual(ended, [], 'what was shut down may leave the page');
    assert.deepEqual(
      answersOf('gemini-pricing', row('$0.45/min'), BEFORE).filter((said) => said.includes('no price')),
      [],
    );
  });

  it('an extension in a row of its own is no other price of the video', () => {
    const page = row('$0.30', 'Veo 3.1 Standard extension price');
    assert.deepEqual(marks(page), ['doubt']);
  });

  for (const [table, expected] of [
    [
      '| Model | 720p and 1080p | 4k |\n|---|---|---|\n| Veo 3.1 Standard | $0.45 | $0.60 |',
      [`safe ${STANDARD}: $0.45 per second`, `safe ${STANDARD}: $0.45 per second`],
    ],
    [
      '| Resolution | Standard | Fast |\n|---|---|---|\n| 720p | $0.45 | $0.10 |\n| 1080p | $0.40 | $0.12 |\n| 4k | $0.60 | $0.30 |',
      [`safe ${STANDARD}: $0.45 per second`],
    ],
    [
      '| Model | Resolution | Price per second |\n|---|---|---|\n| Veo 3.1 Standard | 720p | $0.45 |\n| Veo 3.1 Standard | 4k | $0.60 |',
      [`safe ${STANDARD}: $0.45 per second`],
    ],
    [
      '| Model | Audio | Price per second |\n|---|---|---|\n| Veo 3.1 Standard | Yes | $0.40 |\n| Veo 3.1 Standard | No | $0.20 |',
      [`safe ${STANDARD}: $0.2 per second`],
    ],
    [
      '| Model | With audio | Without audio |\n|---|---|---|\n| Veo 3.1 Standard | $0.40 | $0.20 |',
      [`safe ${STANDARD}: $0.2 per second`],
    ],
    ...(
      [
        '| Model | Standard tier | Batch tier |',
        '| Model | New price | Old price |',
        '| Model | Price | Price from January 1, 2027 |',
        '| Model | Price per second | Price per 8 s |',
        '| Model | Video | Video with audio |',
      ] as const
    ).map(
      (head) =>
        [
          `${head}\n|---|---|---|\n| Veo 3.1 Standard | $0.40 | $0.30 |`,
          ["refused: no price per second can be read under the heading 'Veo 3.1'"],
        ] as const,
    ),
  ] as const) {
    it(`${table.split('\n')[0]}`, () => {
      const said = answersOf('gemini-pricing', pricingPage(table), BEFORE);
      assert.deepEqual(
        said.filter((answer) => !answer.endsWith('no price is listed')),
        expected,
      );
    });
  }

  it('a new spelling of a gateway and a key with other words are doubted', () => {
    const list = (rows: readonly object[]) => JSON.stringify({ data: rows });
    const skus = (prices: object, id = 'google/veo-3.1') => ({ id, pricing_skus: prices });
    for (const row of [
      skus({ duration_seconds_with_audio: '0.5' }, 'google/veo-9'),
      skus({ promo_duration_seconds_with_audio_720p: '0.3' }),
      skus({ duration_seconds_with_audio_2k: '0.5' }),
    ]) {
      const found = answersOf('openrouter-videos', list([row]));
      assert.ok(found.length > 0 && found.every((answer) => !answer.startsWith('safe')), found.join('\n'));
    }
    assert.deepEqual(answersOf('litellm', costMap({ 'gemini/veo-3.2-generate-preview': 0.4 })), [
      'look spelling:gemini/veo-3.2-generate-preview: $0.4 per second',
    ]);
  });
});
