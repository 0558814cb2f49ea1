// Why a connection failed is said in words, however deep the reason lies.
import assert from 'node:assert/strict';
import { reasonOfFetch } from '../../src/gateway/fetchReasons.ts';

const withCode = (code: string, message = 'low-level words'): Error =>
  Object.assign(new Error(message), { code });

describe('a connection that failed', () => {
  const cases: readonly (readonly [what: string, error: unknown, says: string])[] = [
    ['nobody listens', withCode('ECONNREFUSED'), 'nothing listens there'],
    ['no such host', withCode('ENOTFOUND'), 'there is no such host'],
    [
      'the reason lies below',
      new TypeError('fetch failed', {
        cause: new Error('in between', { cause: withCode('CERT_HAS_EXPIRED') }),
      }),
      'its certificate has expired',
    ],
    ['the body ended', new TypeError('terminated'), 'the connection ended in the middle'],
    [
      'the body ended, with a reason that says more',
      new TypeError('fetch failed', { cause: withCode('UND_ERR_BODY_TIMEOUT', 'Body Timeout') }),
      'the answer stopped coming',
    ],
    ['a code that nobody knows', withCode('EODD'), 'low-level words'],
    ['no code', new Error('odd'), 'odd'],
    ['no error', 'odd', 'odd'],
  ];
  for (const [what, error, says] of cases) {
    it(`${what}: ${says}`, () => assert.equal(reasonOfFetch(error), says));
  }
});
