// Planted secrets are taken out of every text, however they are spelled.
import assert from 'node:assert/strict';
import { fixedKey, watchedKeys } from '../../src/smoke/keys.ts';
import { redactEvent, redactor, redactValue, secretBook } from '../../src/smoke/redact.ts';
import { planOf } from './harness.ts';

const KEY = 'p@ss/word+1234=';

describe('redaction', () => {
  const redact = redactor([KEY, 'abc']);

  for (const [what, text] of [
    ['as it is', `the key ${KEY} is wrong`],
    ['in a URL', `https://x.test/${encodeURIComponent(KEY)}/y`],
    ['in base64', `Basic ${Buffer.from(KEY).toString('base64')}`],
  ] as const) {
    it(`takes a known key out ${what}`, () => {
      const clean = redact(text);
      assert.ok(
        !clean.includes(KEY) &&
          !clean.includes(encodeURIComponent(KEY)) &&
          !clean.includes(Buffer.from(KEY).toString('base64')),
        clean,
      );
    });
  }

  for (const secret of [
    'AIzaSyA-0123456789_abcdefghijklmnopqrstu',
    'ya29.a0AfH6SMBx-0123456789',
    'sk-or-v1-0123456789abcdef0123456789',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  ]) {
    it(`takes ${secret.slice(0, 6)}… out though nobody named it`, () => {
      assert.ok(!redact(`refused: ${secret}!`).includes(secret.slice(6)));
    });
  }

  it('takes the query of every address out, and users', () => {
    assert.equal(
      redact('see https://a.test/v.mp4?X-Goog-Signature=0f0f&x=1 now'),
      'see https://a.test/v.mp4?[redacted] now',
    );
    assert.equal(redact('https://user:secret@a.test/v'), 'https://[redacted]@a.test/v');
    assert.equal(redact('Authorization: Bearer abcdefghijkl'), 'Authorization: Bearer [redacted]');
    assert.equal(redact('x-goog-api-key: abcdefghijkl'), 'x-goog-api-key: [redacted]');
  });

  it('takes tokens out behind any number of blanks, and behind a word that may be a token', () => {
    const blanks = ' '.repeat(5000);
    assert.equal(redact(`Bearer${blanks}abcdefghijkl`), `Bearer${blanks}[redacted]`);
    assert.equal(
      redact(`"api_key"${blanks}:${blanks}"abcdefghijkl"`),
      `"api_key"${blanks}:${blanks}"[redacted]"`,
    );
    assert.equal(redact('api_key: authorization: abcdefghijkl'), 'api_key: [redacted]: [redacted]');
    assert.equal(redact('a?https://a.test/v?sig=1'), 'a?https://a.test/v?[redacted]');
    assert.equal(redact('is the key right?yes'), 'is the key right?yes');
  });

  it('ends for long words that look like tokens and addresses all the way', () => {
    for (const part of ['-eyJ', 'http://', 'bearer ', 'api_key: ']) {
      const text = part.repeat(200_000);
      assert.ok(redact(text) === text, part);
    }
  });

  it('leaves plain words and job names alone', () => {
    for (const text of [
      'abc is too short a key to be taken out',
      'models/veo-3.1-generate-preview/operations/abc123',
      'The key is not valid. Please pass a valid API key.',
      'https://generativelanguage.googleapis.com/v1beta/models',
      'task-0123456789abcdef',
    ]) {
      assert.equal(redact(text), text);
    }
  });

  it('reaches into values, and leaves the names of fields', () => {
    const clean = redactValue({ list: [KEY], message: { deep: `x${KEY}` }, number: 1, none: null }, redact);
    assert.deepEqual(clean, {
      list: ['[redacted]'],
      message: { deep: 'x[redacted]' },
      number: 1,
      none: null,
    });
  });

  it('breaks no record by a key that equals one of its words', () => {
    const record = { type: 'ended', state: 'passed', passed: true, surface: 'litellm', litellm: 1 };
    assert.deepEqual(redactValue(record, redactor(['passed', 'litellm'])), record);
  });

  it('spares no key in a field that is named like a name', () => {
    const plan = {
      model: `m-${KEY}`,
      labels: { type: KEY, id: KEY },
      surface: 'AIzaSyA-0123456789_abcdefghijklmnop',
    };
    const text = JSON.stringify(redactValue(plan, redact));
    assert.ok(!text.includes(KEY) && !text.includes('AIza'), text);
  });

  it('takes a longer key out whole, though a shorter one is a part of it, whichever was learnt first', () => {
    for (const secrets of [
      ['abcdef', 'abcdef-123456'],
      ['abcdef-123456', 'abcdef'],
    ])
      assert.equal(redactor(secrets)('is abcdef-123456!'), 'is [redacted]!');
  });

  it('takes out keys of six characters, and none that are shorter', () => {
    assert.equal(redactor(['k3y-12'])('is k3y-12!'), 'is [redacted]!');
    assert.equal(redactor(['k3y-1'])('is k3y-1!'), 'is k3y-1!');
  });

  it('leaves a handle that looks like a key, but no known key in it', () => {
    const looks = 'sk-0123456789abcdefghij';
    assert.equal(redact(looks), '[redacted]');
    assert.equal(redact(looks, 'handle'), looks);
    assert.equal(redact(`job-${KEY}`, 'handle'), 'job-[redacted]');
  });

  it('takes a key that is a mere word out of a text, not out of a name or handle', () => {
    const word = redactor(['litellm']);
    assert.equal(word('litellm', 'text'), '[redacted]');
    assert.equal(word('litellm'), '[redacted]');
    for (const kind of ['name', 'handle'] as const) assert.equal(word('litellm', kind), 'litellm');
  });

  it('keeps in the journal what a job is lost without, and nothing else', () => {
    const looks = 'sk-0123456789abcdefghij';
    const at = 1;
    const submitted = { at, type: 'submitted', handle: looks, deadlineAt: 2 } as const;
    assert.deepEqual(redactEvent(submitted, redact), submitted);
    const video = { file: looks, bytes: 1, sha256: looks };
    assert.deepEqual(redactEvent({ at, type: 'stored', video }, redact), {
      at,
      type: 'stored',
      video: { file: looks, bytes: 1, sha256: '[redacted]' },
    });
    const plan = planOf('openrouter', { id: looks, fault: looks });
    const planned = redactEvent({ at, type: 'planned', plan }, redact);
    assert.ok(planned.type === 'planned');
    assert.deepEqual([planned.plan.id, planned.plan.fault], [looks, '[redacted]']);
    const outcome = { failure: null, message: looks };
    assert.deepEqual(redactEvent({ at, type: 'ended', state: 'passed', outcome }, redact), {
      at,
      type: 'ended',
      state: 'passed',
      outcome: { failure: null, message: '[redacted]' },
    });
  });

  it('learns a token in the moment it is fetched', async () => {
    const book = secretBook();
    const [key] = watchedKeys([fixedKey(['a.test'], 'fetched-token')], book);
    assert.equal(book.redact('fetched-token'), 'fetched-token');
    await key?.secret();
    assert.equal(book.redact('fetched-token'), '[redacted]');
  });
});
