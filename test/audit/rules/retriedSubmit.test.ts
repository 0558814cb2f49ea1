// retried-submit: what it says of the retries that were found around submits.
import assert from 'node:assert/strict';
import { retriedSubmit } from '../../../src/audit/rules/retriedSubmit.ts';
import { findingsOf, placeOf, routeIn } from './routeContext.ts';

describe('retried-submit', () => {
  const text = 'retry(() => ai.models.generateVideos({ model }))';
  const submit = placeOf(text, 'ai.models.generateVideos({ model })');
  const messageOf = (surface: string) => {
    const route = routeIn(text, { ...submit, durationSeconds: 8, resolution: '4k', surface });
    return findingsOf(retriedSubmit, text, [route], { retriedSubmits: [submit] })[0]?.message ?? 'nothing';
  };

  it('says what each retry can cost', () => {
    assert.match(messageOf('gemini-api'), /may start another paid job \(up to \$4\.80\)\./);
  });

  it('says nothing of money where the price is not known', () => {
    assert.match(messageOf('cloudflare'), /may start another paid job\. Retry only/);
  });

  it('is silent where no retry was found or nobody looked', () => {
    assert.deepEqual(findingsOf(retriedSubmit, text, [], { retriedSubmits: [] }), []);
    assert.deepEqual(findingsOf(retriedSubmit, text, []), []);
  });
});
