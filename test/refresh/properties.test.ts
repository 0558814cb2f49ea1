// Whatever a page holds: nothing is thrown but the one sentence, and nothing invalid is ever accepted.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { overlayBetween } from '../../src/refresh/overlay.ts';
import { parseOverlay } from '../../src/refresh/readOverlay.ts';
import { acceptRows, chosenRows, NotAcceptedError, refreshFrom } from '../../src/refresh/refresh.ts';
import { SOURCE_NAMES, type SourceName } from '../../src/refresh/types.ts';
import { costMap, deprecationsPage, pricingPage, versionsPage } from './pages.ts';

const catalog = bundledCatalog();
const DAY = '2026-11-25';

const CELLS = [
  '`veo-3.1-generate-001`',
  '`veo-3.1-generate-preview`',
  '`veo-4-x`',
  '`gemini-omni-1.1-flash`',
  'gemini-omni-1.1-flashor',
  'November 17, 2026 or later',
  'Not before May 19, 2027',
  'June 30, 1999',
  'February 31, 2027',
  '2027-13-45',
  'August 2026',
  'No shutdown date announced',
  '$0.40 (720p and 1080p) $0.60 (4k)',
  '$0 (4k)',
  '$1e9',
  '',
  '|',
  '\\|',
  '`',
  '<br>',
  '\u202e',
] as const;

const cell = fc.oneof(fc.constantFrom(...CELLS), fc.string({ maxLength: 12 }));
const row = fc.array(cell, { maxLength: 6 }).map((cells) => `| ${cells.join(' | ')} |`);
const rows = fc.array(row, { maxLength: 6 });

const page = fc.oneof(
  rows.map((lines) => deprecationsPage({ rows: lines })),
  rows.map((lines) => pricingPage(`| a | b |\n|---|---|\n${lines.join('\n')}`)),
  fc.tuple(cell, cell).map((dates) => versionsPage(dates)),
  fc
    .dictionary(fc.constantFrom('gemini/veo-3.1-generate-001', 'vertex_ai/veo-9', 'x'), fc.double())
    .map(costMap),
  fc.json(),
  fc.string({ maxLength: 300 }),
  fc.tuple(rows, fc.nat(900)).map(([lines, length]) => deprecationsPage({ rows: lines }).slice(0, length)),
);

const answers = fc.array(fc.record({ name: fc.constantFrom<SourceName>(...SOURCE_NAMES), text: page }), {
  maxLength: 3,
});

describe('a refresh, whatever the pages hold', () => {
  it('never throws, and what is accepted is a valid overlay', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(answers, fc.boolean(), (given, withDoubts) => {
        const unique = given.filter(
          ({ name }, index) => given.findIndex((other) => other.name === name) === index,
        );
        const refresh = refreshFrom(catalog, unique, { day: DAY, saved: true });
        const acceptable = refresh.differences.filter(({ edit }) => edit !== null).map(({ id }) => id);
        try {
          const rowsTaken = chosenRows(refresh.differences, withDoubts ? acceptable : ['safe']);
          const next = acceptRows(catalog.data, rowsTaken, refresh);
          const overlay = overlayBetween(catalog.data, next, DAY);
          if (overlay !== null) parseOverlay(JSON.stringify(overlay), catalog.data);
        } catch (error) {
          assert.ok(error instanceof NotAcceptedError, String(error));
        }
      }),
      { numRuns: 120, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
    );
  });
});
