// Whatever others write: no outlet does more with it than show it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { counted } from '../../src/outlets/counted.ts';
import { everyText } from '../../src/outlets/everyText.ts';
import { markdownCode, markdownLink, markdownText } from '../../src/outlets/markdown.ts';
import { clipped, notice, plainLine, plainText } from '../../src/outlets/plain.ts';
import { commandData, commandProperty } from '../../src/outlets/workflowCommand.ts';
import { xml } from '../../src/outlets/xml.ts';

const RUNS = { numRuns: 3_000 };

/** Texts made of what the outlets give a meaning to, and of anything else. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;https://evil.test\u0007',
        '\u009b31m',
        '\r',
        '\n',
        '\r\n',
        '\u2028',
        '\u202e',
        '\u2066',
        '\ud800',
        '::warning file=a::',
        '##vso[task.setvariable]',
        '##[error]',
        '##teamcity[x]',
        '<img src=x onerror=y>',
        '<!-- ',
        ']]>',
        '[x](command:veoAudit.explain)',
        '![x](https://evil.test/p.png)',
        'https://evil.test/a?b',
        'www.evil.test',
        'evil.com',
        'mail@evil.com',
        '@team',
        '# ',
        '- ',
        '1. ',
        '1) ',
        '> ',
        '    ',
        '\t',
        '```',
        '`',
        '|',
        '\\',
        '---',
        '===',
        '***',
        '_a_',
        '~~',
        '&lt;',
        '&#35;',
        '$(zap)',
        '%0A',
        'mailto:',
        '//evil.com/x',
        '"',
        "'",
        ']',
        '(',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const COMMAND = /^\s*::|##\w*\[/m;

describe('a number with its noun', () => {
  it('is written as money is', () => {
    assert.deepEqual(
      [0, 1, 950, 1204, 12800, 1234567].map((count) => counted(count, 'hint')),
      ['0 hints', '1 hint', '950 hints', '1,204 hints', '12,800 hints', '1,234,567 hints'],
    );
  });
});

describe('a terminal and a CI log', () => {
  it('get one line of what can be shown, and no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = plainLine(text);
        assert.doesNotMatch(line, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
        assert.doesNotMatch(line, COMMAND);
        assert.equal(plainLine(line), line);
      }),
      RUNS,
    );
  });

  it('get texts of several lines with nothing but line breaks and tabs', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = plainText(text);
        assert.doesNotMatch(shown.replaceAll(/\r?\n|\t/g, ''), /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
        assert.doesNotMatch(shown, COMMAND);
      }),
      RUNS,
    );
  });

  it('leave plain words as they are, in every language', () => {
    for (const text of ['HTTP 404: not found.', 'größer 日本語 שלום 👩‍🚀', 'std::foo', 'a ## b'])
      assert.equal(plainLine(text), text);
  });

  it('spell what they do not show', () => {
    assert.equal(plainLine('a\u001b[31mb\r\nc'), 'a\\u{1b}[31mb c');
  });

  it('clip without cutting a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = clipped(text, most);
        assert.ok(short.length <= most);
        assert.doesNotMatch(short, /\p{Cs}/u);
        if (text.length <= most) assert.equal(short, text);
      }),
      RUNS,
    );
  });
});

describe('a notification', () => {
  it('gets no link', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(notice(text), /\[[^\]]+\]\(/);
      }),
      RUNS,
    );
  });
});

describe('Markdown', () => {
  const reader = new MarkdownIt({ html: true, linkify: true });
  reader.linkify.set({ fuzzyEmail: true, fuzzyLink: true });

  /** The kinds of what a reader makes of a text, blocks and what stands in them. */
  function kinds(source: string): ReadonlySet<string> {
    const tokens = reader.parse(source, {});
    return new Set(
      tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]),
    );
  }

  const TEXT = ['paragraph_open', 'inline', 'text', 'paragraph_close'];

  it('shows a text as itself: no heading, list, HTML, link, picture or code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const source of [markdownText(text), `a ${markdownText(text)} b`]) {
          for (const kind of kinds(source))
            assert.ok(TEXT.includes(kind), `${kind} in ${JSON.stringify(source)}`);
        }
        const [, inline] = reader.parse(`a${markdownText(text)}`, {});
        const shown = (inline?.children ?? []).map(({ content }) => content).join('');
        assert.equal(shown.replaceAll('\u2060', ''), `a${plainLine(text).trim()}`.trim());
      }),
      RUNS,
    );
  });

  it('keeps a text in its cell, as text and as code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const cell of [markdownText(text), markdownCode(text)]) {
          const tokens = reader.parse(`| a | b |\n|---|---|\n| ${cell} | end |\n`, {});
          const cells = tokens.filter(({ type }) => type === 'td_open').length;
          assert.equal(cells, 2, JSON.stringify(cell));
          const all = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
          assert.deepEqual(
            all.filter((type) => type !== 'text' && type !== 'code_inline'),
            [],
          );
        }
      }),
      RUNS,
    );
  });

  it('links to web pages only, and only as far as the address goes', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('https://good.test/', 'command:', 'http://', 'data:', ''),
        (text, head) => {
          const [, inline] = reader.parse(`x ${markdownLink(text, `${head}${text}`)}`, {});
          const links = (inline?.children ?? []).filter(({ type }) => type === 'link_open');
          for (const link of links) assert.match(String(link.attrGet('href')), /^https:\/\//);
          assert.ok(links.length <= 1);
          assert.deepEqual(
            (inline?.children ?? []).filter(({ type }) => /html|image/.test(type)),
            [],
          );
        },
      ),
      RUNS,
    );
    assert.equal(
      markdownLink('source', 'https://x.test/)[a](command:veoAudit.explain'),
      '[source](https://x.test/%29%5Ba%5D%28command:veoAudit.explain)',
    );
  });
});

describe('a workflow command', () => {
  it('ends where it is meant to end', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(commandData(text), /[\r\n]/);
        assert.doesNotMatch(commandProperty(text), /[\r\n:,]/);
      }),
      RUNS,
    );
  });
});

describe('HTML and XML', () => {
  it('get no tag, no attribute and no character that XML forbids', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(xml(text), /[<>"]|&(?!amp;|lt;|gt;|quot;|#\d+;)/);
        assert.doesNotMatch(xml(text), /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      }),
      RUNS,
    );
  });
});

describe('every text of a record', () => {
  it('is changed, and no name of a field', () => {
    assert.deepEqual(
      everyText({ ab: 'ab', list: ['ab', { ab: ['ab'] }], n: 1, no: null }, (text) => text.toUpperCase()),
      { ab: 'AB', list: ['AB', { ab: ['AB'] }], n: 1, no: null },
    );
  });
});
