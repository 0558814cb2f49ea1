// Documents taken apart: comments, fences, cells and scripts, each with the way back to the source.
import assert from 'node:assert/strict';
import { commentSpans } from '../../../src/detect/documents/comments.ts';
import { languageOfPath } from '../../../src/detect/documents/languages/fileNames.ts';
import { languageOf } from '../../../src/detect/documents/languages/languages.ts';
import { markdownFences } from '../../../src/detect/documents/markdown.ts';
import { documentParts } from '../../../src/detect/documents/parts.ts';

const comments = (id: Parameters<typeof languageOf>[0], text: string): readonly string[] =>
  commentSpans(text, languageOf(id).comments).map(({ start, end }) => text.slice(start, end));

describe('comments', () => {
  it('are told from their signs in strings, templates and regular expressions', () => {
    assert.deepEqual(
      comments('typescript', 'a("//x"); b(`\u0024{c("/*")}`); d = /[/]\\/*/; // yes\n/* and\nthis */ e'),
      ['// yes', '/* and\nthis */'],
    );
    assert.deepEqual(comments('python', 'a = "# no" # yes\nb = """\n# no\n"""'), ['# yes']);
    assert.deepEqual(comments('bash', 'a="\u0024{b#c}" # yes'), ['# yes']);
    assert.deepEqual(comments('sql', "x = '--no' -- yes"), ['-- yes']);
    assert.deepEqual(comments('rust', 'a /* one /* two */ one */ b'), ['/* one /* two */ one */']);
    assert.deepEqual(comments('yaml', 'url: http://x#y # yes'), ['# yes']);
  });

  it('end with the text where they are never closed', () => {
    assert.deepEqual(comments('typescript', 'a /* b'), ['/* b']);
  });
});

describe('parts of a document', () => {
  const roles = (path: string, text: string): readonly string[] =>
    documentParts({ path, text }).map((part) => `${part.language.id} ${part.language.role}`);

  it('are the fences of Markdown with their languages', () => {
    const text = 'A\n```ts\nlet a;\n```\nB\n~~~\nplain\n~~~\n```text\nc\n```\n';
    assert.deepEqual(
      markdownFences(text).map(({ info }) => info),
      ['ts', '', 'text'],
    );
    assert.deepEqual(roles('a.md', 'A\n```ts\nlet a;\n```\nB\n```py'), [
      'markdown prose',
      'typescript code',
      'markdown prose',
    ]);
  });

  it('are the scripts of HTML', () => {
    assert.deepEqual(roles('a.html', '<p>a</p><script>let a</script><p>'), [
      'html prose',
      'javascript code',
      'html prose',
    ]);
  });

  it('are the cells of a notebook, each character with its place in the source', () => {
    const source = ['# h\u00e9\t"x"\n', 'm = "veo-3.0-generate-001"'];
    const text = JSON.stringify({
      cells: [
        { cell_type: 'code', source },
        { cell_type: 'markdown', source: 'hi' },
      ],
    });
    const [, code, , markdown] = documentParts({ path: 'a.ipynb', text });
    assert.equal(code?.text, source.join(''));
    assert.equal(markdown?.language.id, 'markdown');
    const offset = source.join('').indexOf('veo');
    assert.equal(code?.sourceOffset(offset), text.indexOf('veo'));
  });

  it('are whole for everything else, and broken notebooks do not throw', () => {
    assert.deepEqual(roles('a.ts', 'let a'), ['typescript code']);
    assert.doesNotThrow(() => documentParts({ path: 'a.ipynb', text: '{"cells": [{"source": ["a' }));
  });
});

describe('language of a path', () => {
  const cases = {
    '.env.local': 'env',
    Dockerfile: 'dockerfile',
    'x.TS': 'typescript',
    'a.yaml.tmpl': 'yaml',
    README: 'text',
    'a.xyz': 'other',
  };
  for (const [path, id] of Object.entries(cases))
    it(`${path}: ${id}`, () => assert.equal(languageOfPath(path).id, id));
});
