// Cells of tables as they might change: each change with the answer that a person gave before the program was asked.
import assert from 'node:assert/strict';
import { answersOf, confirmedBy } from './answersOf.ts';
import { deprecationsPage, GEMINI_ROWS } from './pages.ts';

const omniRow = (shutdown: string, released = 'August 27, 2026', replacement = ' ') =>
  deprecationsPage({ omni: `| \`gemini-omni-1.1-flash\` | ${released} | ${shutdown} | ${replacement} |` });

describe('a shutdown date in a cell', () => {
  const END = 'shutdown:gemini-omni-1.1-flash';
  const DAY = `safe ${END}: 2027-05-01`;
  const FLOOR = `safe ${END}: not before 2027-05-01`;
  const DOUBTED = `doubt ${END}: 2027-05-01`;
  const LOOK = `look ${END}: `;
  for (const [expected, cells] of [
    [
      DAY,
      'May 1, 2027|1 May 2027|2027-05-01|May 1st, 2027|May 1 2027|Sat, May 1, 2027|Saturday, May 1, 2027|May 1, 2027 *|May 1, 2027[1]|May 1, 2027[^1]|May 1,&nbsp;2027|`May 1, 2027`|**May 1, 2027**|Shut down on May 1, 2027.|MAY 1, 2027|[May 1, 2027](https://x.example)|May&#32;1, 2027',
    ],
    [
      FLOOR,
      'May 2027|May, 2027|Earliest May 1, 2027|Earliest: May 1, 2027|No earlier than May 1, 2027|Not before May 1, 2027|May 1, 2027 or later|May 1, 2027, or later|May 1, 2027 and later|May 1, 2027 at the earliest|No sooner than May 2027',
    ],
    [
      DOUBTED,
      'May 1, 2027 (extended)|~~May 1, 2027~~|May 1, 2027 12:00 UTC|Scheduled for May 1, 2027|Not until May 1, 2027|On or about May 1, 2027|EOL: May 1, 2027|May 1, 2027?|≥ May 1, 2027|~ May 1, 2027|May 1, 2027+|2027-05-01 (YYYY-DD-MM)|30 days after May 1, 2027|May 1, 2027<br>(extended)|After May 1, 2027|Before May 1, 2027|By May 1, 2027|Until May 1, 2027|Through May 1, 2027|From May 1, 2027|No later than May 1, 2027|Tentatively May 1, 2027|May 1, 2027 (US only)|May 1, 2027 for new projects|Was May 1, 2027; cancelled|Not May 1, 2027|No shutdown before May 1, 2027|Postponed until May 1, 2027|Nicht vor May 1, 2027|antes del 2027-05-01|2027-05-01T00:00:00Z',
    ],
    [
      LOOK,
      '2027/05/01|01-May-2027|mid-May 2027|May/June 2027|Spring 2027|2027-W18|See notes|May 1, 2027<br>June 1, 2027|05/01/2027|Q2 2027|H1 2027|Early 2027|2027|~~April 1, 2027~~ May 1, 2027|Extended from April 1, 2027 to May 1, 2027|By the end of May 2027|Postponed|At least 12 months after release|Already shut down|Feb 30, 2027|May 32, 2027|Mai 1, 2027|1. Mai 2027|1 de mayo de 2027|22 octobre 2027|2027年5月1日|May 1, 27|May 1–15, 2027|May 1, 2027 (Vertex AI: June 1, 2027)|No|Kein Abschaltdatum bekannt gegeben|No se anunció la fecha de cierre',
    ],
    [
      '',
      'No shutdown date announced|No shutdown date announced yet|No retirement date announced|None|TBD|N/A|—|Not announced| ',
    ],
  ] as const) {
    for (const cell of cells.split('|')) {
      it(`${JSON.stringify(cell)} is ${expected === '' ? 'no change' : expected}`, () => {
        const found = answersOf('gemini-deprecations', omniRow(cell));
        const said = cell.replaceAll(/[`*]|&nbsp;/g, '');
        assert.deepEqual(found, expected === '' ? [] : [expected === LOOK ? `${LOOK}${said}` : expected]);
      });
    }
  }
});

describe('what is not shown, struck out or noted', () => {
  const END = 'shutdown:gemini-omni-1.1-flash';
  const ROW = '| `gemini-omni-1.1-flash` | August 27, 2026 | May 1, 2027 |   |';
  const answers = (page: string) => answersOf('gemini-deprecations', page);

  it('a comment says nothing, in a cell, beside a row and around one', () => {
    assert.deepEqual(answers(omniRow('<!-- May 1, 2027 --> No shutdown date announced')), []);
    assert.deepEqual(answers(omniRow('May 1, 2027 <!-- was June 1, 2027 -->')), [`safe ${END}: 2027-05-01`]);
    const shown = '| `gemini-omni-1.1-flash` | August 27, 2026 | No shutdown date announced |   |';
    assert.deepEqual(answers(deprecationsPage({ omni: `${shown}\n<!--\n${ROW}\n-->` })), []);
    assert.deepEqual(answers(deprecationsPage({ omni: `<!--\n${ROW}\n-->` })), [
      'look row:gemini-omni-1.1-flash: not listed',
    ]);
  });

  it('a row whose ID is struck out is shown and not taken', () => {
    for (const id of ['~~`gemini-omni-1.1-flash`~~', '<del>`gemini-omni-1.1-flash`</del>']) {
      const found = answers(deprecationsPage({ omni: ROW.replace('`gemini-omni-1.1-flash`', id) }));
      assert.equal(found.filter((said) => !said.startsWith('look ')).length, 0, found.join());
      assert.ok(found.some((said) => said.startsWith('look unread:')));
    }
  });

  it('dates that tags strike out are doubted', () => {
    assert.deepEqual(answers(omniRow('<s>May 1, 2027</s>')), [`doubt ${END}: 2027-05-01`]);
    assert.deepEqual(answers(omniRow('<s>April 1, 2027</s> May 1, 2027')), [
      `look ${END}: ~~April 1, 2027~~ May 1, 2027`,
    ]);
  });

  for (const [mark, note, expected] of [
    ['[^2]', '[^2]: Only for new projects.', `doubt ${END}: 2027-05-01`],
    ['\\*', '\\* Not before this day.', `doubt ${END}: not before 2027-05-01`],
    ['†', '† Subject to change.', `doubt ${END}: 2027-05-01`],
    [
      '¹',
      '¹ New projects end on April 1, 2027.',
      `look ${END}: May 1, 2027 (New projects end on April 1, 2027.)`,
    ],
  ] as const) {
    it(`what a footnote says at ${mark} counts: ${note}`, () => {
      const page = omniRow(`May 1, 2027${mark}`).replace('## Music', () => `${note}\n\n## Music`);
      assert.deepEqual(answers(page), [expected]);
    });
  }

  it('a table in a block of code is an example', () => {
    const fenced = `\`\`\`md\n| Model | Release date | Shutdown date |\n|---|---|---|\n${ROW}\n\`\`\`\n\n## Music`;
    assert.deepEqual(answers(deprecationsPage().replace('## Music', fenced)), []);
  });

  it('a row that stands twice counts once; with other words than before it is doubted', () => {
    const row = GEMINI_ROWS['veo-3.1-generate-preview'] ?? '';
    assert.deepEqual(answers(deprecationsPage({ rows: [row, row] })), []);
    const moved = row.replace('gemini-omni-1.1-flash', 'veo-3.1-lite-generate-preview');
    for (const rows of [
      [moved, row],
      [row.replace('October 15', 'October 14'), row],
    ])
      for (const said of answers(deprecationsPage({ rows }))) assert.match(said, /^doubt /);
    const later = row.replace('October 22, 2026', 'October 29, 2026');
    assert.deepEqual(answers(deprecationsPage({ rows: [row], omni: `${ROW}\n${later}` })), [
      'refused: it lists veo-3.1-generate-preview twice with different days',
    ]);
  });

  it('a second header within a table lets no column be taken for another', () => {
    const header = '| **Model** | **Shutdown date** | **Release date** | **Recommended replacement** |';
    const turned =
      '| `veo-3.1-fast-generate-preview` | October 22, 2026 | October 15, 2025 | `gemini-omni-1.1-flash` |';
    const rows = [GEMINI_ROWS['veo-3.1-generate-preview'] ?? '', header, turned];
    for (const said of answers(deprecationsPage({ rows }))) assert.match(said, /^look /);
  });
});

describe('the date of a model that was shut down', () => {
  const id = 'veo-3.1-generate-preview';
  const END = `shutdown:${id}`;
  for (const [cell, expected] of [
    ['October 21, 2026', `doubt ${END}: 2026-10-21`],
    ['October 23, 2026', `safe ${END}: 2026-10-23`],
    ['December 15, 2026', `doubt ${END}: 2026-12-15`],
    ['No shutdown date announced', `doubt ${END}: no date`],
    ['October 22, 2026 or later', `doubt ${END}: not before 2026-10-22`],
    ['October 2026', `doubt ${END}: not before 2026-10-01`],
    ['October 22, 2036', `doubt ${END}: 2036-10-22`],
    ['October 22, 2025', `look ${END}: 2025-10-22`],
    [' ', `look ${END}: empty`],
    ['~~October 22, 2026~~', `look ${END}: ~~October 22, 2026~~`],
    ['October 22, 2026 (cancelled)', `look ${END}: October 22, 2026 (cancelled)`],
    ['October 222, 2026', `look ${END}: October 222, 2026`],
  ] as const) {
    it(`${JSON.stringify(cell)} is ${expected}, and confirms nothing`, () => {
      const rows = [`| \`${id}\` | October 15, 2025 | ${cell} | \`gemini-omni-1.1-flash\` |`];
      const page = deprecationsPage({ rows });
      assert.deepEqual(answersOf('gemini-deprecations', page), [expected]);
      assert.ok(!confirmedBy('gemini-deprecations', page).includes(id));
    });
  }
});

describe('a new row', () => {
  const NEW = 'model:veo-3.2-generate-preview';
  const FAST = 'model:veo-3.2-fast-generate-preview';
  const added = (row: string) =>
    answersOf('gemini-deprecations', deprecationsPage({ rows: [...Object.values(GEMINI_ROWS), row] }));
  const plain = 'preview, released 2026-11-24, shutdown no date';
  for (const [cell, expected] of [
    ['`veo-3.2-generate-preview`', [`safe ${NEW}: ${plain}`]],
    ['veo-3.2-generate-preview', [`safe ${NEW}: ${plain}`]],
    ['`models/veo-3.2-generate-preview`', [`safe ${NEW}: ${plain}`]],
    ['models/veo-3.2-generate-preview', [`safe ${NEW}: ${plain}`]],
    ['[`veo-3.2-generate-preview`](https://x.test)', [`safe ${NEW}: ${plain}`]],
    ['**`veo-3.2-generate-preview`** (New)', [`safe ${NEW}: ${plain}`]],
    ['`veo-3.2-generate-preview`[^1]', [`safe ${NEW}: ${plain}`]],
    [
      '`veo-3.2-generate-preview`, `veo-3.2-fast-generate-preview`',
      [`safe ${NEW}: ${plain}`, `safe ${FAST}: ${plain}`],
    ],
    [
      'veo-3.2-generate-preview<br>veo-3.2-fast-generate-preview',
      [`safe ${NEW}: ${plain}`, `safe ${FAST}: ${plain}`],
    ],
    ['`veo-3.2-latest`', ['doubt model:veo-3.2-latest: ga, released 2026-11-24, shutdown no date']],
  ] as const) {
    it(`${cell} is ${expected.join(' and ')}`, () => {
      assert.deepEqual(added(`| ${cell} | November 24, 2026 | No shutdown date announced |   |`), expected);
    });
  }
  for (const cell of [
    'Veo 3.2',
    'Veo-3.2-generate-preview',
    '`veo-latest`',
    '`veo-3.2-generate-*`',
    'Replaced: veo-3.1-generate-preview by veo-3.2-generate',
    'veo-3.2-generate-preview in Europe',
  ]) {
    it(`${cell} has no ID that can be read, and is shown`, () => {
      const [found, ...others] = added(`| ${cell} | November 24, 2026 | No shutdown date announced |   |`);
      assert.ok(found?.startsWith("look unread:a row under 'Veo models'"), found);
      assert.deepEqual(others, []);
    });
  }
  for (const [cells, expected] of [
    ['November 24, 2026 | ', 'doubt'],
    [' | ', 'doubt'],
    ['Coming soon | No shutdown date announced', 'doubt'],
    ['November 24, 2027 | No shutdown date announced', 'doubt'],
    ['November 24, 2026 | October 22, 2036', 'doubt'],
    ['November 24, 2026 | until May 1, 2027', 'doubt'],
    ['November 24, 2026 | November 1, 2026', 'look'],
    ['November 24, 2026 | Q2 2027', 'look'],
  ] as const) {
    it(`with ${cells} is ${expected}`, () => {
      const found = added(`| \`veo-3.2-generate-preview\` | ${cells} |   |`);
      assert.deepEqual(
        found.map((row) => row.split(':')[0]),
        [`${expected} model`],
      );
    });
  }
});

describe('a replacement', () => {
  const REPLACED = 'replacement:gemini-omni-1.1-flash';
  for (const [cell, expected] of [
    ['`gemini-omni-1.2-flash`', [`doubt ${REPLACED}: gemini-omni-1.2-flash`]],
    ['Not `gemini-omni-1.2-flash`', [`doubt ${REPLACED}: gemini-omni-1.2-flash`]],
    ['`gemini-omni-1.2-flash`or the GA models', [`doubt ${REPLACED}: gemini-omni-1.2-flash`]],
    ['gemini-omni-1.2-flashor the GA models', [`look ${REPLACED}: gemini-omni-1.2-flashor`]],
    [
      'gemini-omni-1.2-flashveo-3.1-generate-001',
      [`look ${REPLACED}: gemini-omni-1.2-flashveo-3.1-generate-001`],
    ],
    ['`veo-3.1-generate-001`', [`look ${REPLACED}: veo-3.1-generate-001`]],
    ['`veo-3.0-generate-001`', [`doubt ${REPLACED}: veo-3.0-generate-001`]],
    ['`veo-4-x`', [`look ${REPLACED}: veo-4-x`]],
    ['`gemini-omni-1.1-flash`', []],
    ['see the documentation', []],
    ['—', []],
  ] as const) {
    it(`${cell} is ${expected.join() || 'no change'}`, () => {
      assert.deepEqual(
        answersOf('gemini-deprecations', omniRow('No shutdown date announced', 'August 27, 2026', cell)),
        expected,
      );
    });
  }

  it('that is none of our models is shown where the catalog has one', () => {
    const rows = ['| `veo-3.1-generate-preview` | October 15, 2025 | October 22, 2026 | Veo 3.2 |'];
    const page = deprecationsPage({ rows });
    assert.deepEqual(answersOf('gemini-deprecations', page), [
      'look replacement:veo-3.1-generate-preview: Veo 3.2',
    ]);
    assert.ok(!confirmedBy('gemini-deprecations', page).includes('veo-3.1-generate-preview'));
  });
});
