// The labels hold together: they point into their files, and each model they name can be read there or next door.
import assert from 'node:assert/strict';
import { dirname } from 'node:path/posix';
import { type LabelledCalls, loadLabelledCalls } from './labelledCalls.ts';
import { bareModel, type RouteLabel } from './score.ts';

describe('labelled calls', () => {
  const corpus = loadLabelledCalls();

  for (const { path, text, labels } of corpus) {
    if (labels.length === 0) continue;
    it(path, () => {
      const lines = text.split('\n').length;
      const order = labels.map((label) => label.line);
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
        `${path}: labels are out of order`,
      );
      for (const label of labels) {
        const { line, startLine = line, endLine = line } = label;
        assert.ok(startLine <= line && line <= endLine, `${path}:${line} lies outside its own call`);
        assert.ok(endLine <= lines, `${path}:${line} ends behind the file`);
        for (const model of modelsOf(label)) {
          assert.ok(
            neighbourhood(corpus, path).includes(bareModel(model)),
            `${path}:${line} ${model} is nowhere`,
          );
        }
      }
    });
  }

  it('covers what it promises: 180 calls in 90 files, with files that hold none', () => {
    const required = corpus.flatMap(({ labels }) =>
      labels.filter((label) => !label.dynamic && !label.optional),
    );
    assert.ok(required.length >= 180, `${required.length} calls`);
    assert.ok(corpus.length >= 90, `${corpus.length} files`);
    assert.ok(
      corpus.filter(({ labels }) => labels.length === 0).length >= 12,
      'too few files without a call',
    );
  });
});

function modelsOf({ model }: RouteLabel): readonly string[] {
  const all = Array.isArray(model) ? model : [model];
  return all.filter((it): it is string => typeof it === 'string');
}

function neighbourhood(corpus: readonly LabelledCalls[], path: string): string {
  // A project of several folders lies below one of its language's.
  const project = path.split('/').slice(0, 2).join('/');
  const folder = path.split('/').length > 3 ? project : dirname(path);
  return corpus
    .filter((it) => it.path === path || it.path.startsWith(`${folder}/`))
    .map((it) => it.text)
    .join('\n');
}
