// Only what a user wrote is asked, and no key goes out in the open.
import assert from 'node:assert/strict';
import { AddressRefusedError, allowAddress, shownAddress } from '../../src/gateway/address.ts';

describe('addresses that a user allows', () => {
  const allowed: readonly (readonly [written: string, asked: string])[] = [
    ['https://llm.example.com', 'https://llm.example.com/api/pricing'],
    ['https://llm.example.com/', 'https://llm.example.com/api/pricing'],
    ['https://llm.example.com/base/pricing?group=vip#top', 'https://llm.example.com/base/pricing?group=vip'],
    [' http://127.0.0.1:4000 ', 'http://127.0.0.1:4000/api/pricing'],
    ['\u00A0https://llm.example.com\u00A0', 'https://llm.example.com/api/pricing'],
    ['http://[::1]:4000', 'http://[::1]:4000/api/pricing'],
    ['HTTPS://LLM.Example.COM:443', 'https://llm.example.com/api/pricing'],
    // A look-alike shows itself in messages: they hold what the network is asked for.
    ['https://ехample.com', 'https://xn--ample-ywe6i.com/api/pricing'],
  ];
  for (const [written, asked] of allowed) {
    it(`asks ${asked} for ${written.trim()}`, () => {
      const { url, key } = allowAddress(written, 'flat', 'new-api', 'k');
      assert.deepEqual([url.href, key], [asked, 'k']);
    });
  }

  const refused: readonly (readonly [written: string, key: string | undefined, says: RegExp])[] = [
    ['', undefined, /must begin with https/],
    ['llm.example.com', undefined, /must begin with https/],
    ['ftp://llm.example.com', undefined, /must begin with https/],
    ['file:///etc/passwd', undefined, /must begin with https/],
    ['xhttps://llm.example.com', undefined, /must begin with https/],
    ['javascript:alert(1)', undefined, /must begin with https/],
    ['https://', undefined, /must begin with https/],
    ['https://me:hunter2@llm.example.com', undefined, /must hold no user name or password/],
    ['https://:hunter2@llm.example.com', undefined, /must hold no user name or password/],
    ['https://me@llm.example.com', undefined, /must hold no user name or password/],
    [
      'ftp://me:hunter2@llm.example.com?key=hunter2',
      undefined,
      /^The address for flat must begin with https:\/\/ or http:\/\/; "ftp:\/\/llm\.example\.com" does not\.$/,
    ],
    [
      'http://llm.example.com',
      'hunter2',
      /key of flat is not sent over plain http to llm\.example\.com; use https/,
    ],
    ['http://10.0.0.5:4000', 'hunter2', /not sent over plain http/],
    ['http://127.0.0.1.example.com', 'hunter2', /not sent over plain http/],
    ['http://localhost.example.com', 'hunter2', /not sent over plain http/],
  ];
  for (const [written, key, says] of refused) {
    it(`refuses ${written || 'nothing'}${key === undefined ? '' : ' with a key'}, and names no secret`, () =>
      assert.throws(
        () => allowAddress(written, 'flat', 'new-api', key),
        (error: unknown) =>
          error instanceof AddressRefusedError &&
          says.test(error.message) &&
          !error.message.includes('hunter2'),
      ));
  }

  it('adds no path where every address of the kind has its own', () =>
    assert.equal(
      allowAddress('https://files.example.com', 'prices', 'portkey').url.href,
      'https://files.example.com/',
    ));

  it('asks plain http without a key', () =>
    assert.equal(
      allowAddress('http://10.0.0.5:4000', 'house', 'litellm', '').url.href,
      'http://10.0.0.5:4000/model/info',
    ));

  it('shows no query, and cannot be bent after it was allowed', () => {
    const address = allowAddress('https://llm.example.com/models?key=secret', 'house', 'litellm');
    address.url.host = 'evil.example.com';
    assert.equal(shownAddress(address.url), 'https://llm.example.com/models');
  });
});
