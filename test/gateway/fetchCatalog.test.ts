// What is sent for a catalog and what is taken of the answer, with a stand-in for the network.
import assert from 'node:assert/strict';
import { type FetchOptions, fetchCatalog } from '../../src/gateway/fetchCatalog.ts';

const ADDRESS = new URL('https://flat.example.com/api/pricing');

type Reply = readonly [body: BodyInit | null, init?: ResponseInit];

/** The text that comes of some replies, or the sentence why none does; and the headers of every request. */
async function fetched(
  replies: readonly Reply[],
  options: Omit<FetchOptions, 'fetch'> = {},
): Promise<readonly [text: string, headers: readonly unknown[]]> {
  const headers: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const [body, answer] = replies[headers.length] ?? [null];
    headers.push(init?.headers);
    return new Response(body, answer);
  };
  const text = await fetchCatalog(ADDRESS, { ...options, fetch }).catch((error: Error) => error.message);
  return [text, headers];
}

const inChunks = (...chunks: readonly (readonly number[])[]): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(Uint8Array.from(chunk));
      controller.close();
    },
  });

const redirects = (...statuses: readonly number[]): readonly Reply[] =>
  statuses.map((status) => [null, { status, headers: { location: '/next' } }]);

describe('a request for a catalog', () => {
  it('holds no key where there is none', async () =>
    assert.deepEqual((await fetched([['{}']]))[1], [{ accept: 'application/json' }]));

  it('holds the key, and asks for what is wanted', async () =>
    assert.deepEqual((await fetched([['']], { key: 'sesame', accept: 'text/csv' }))[1], [
      { accept: 'text/csv', authorization: 'Bearer sesame' },
    ]));
});

describe('an answer to it', () => {
  const tooLarge = 'The answer of flat.example.com is larger than 0 MB.';
  const noText = 'The answer of flat.example.com is not text in UTF-8.';
  const limit = { maxBytes: 4 };
  const cases: readonly (readonly [
    what: string,
    replies: readonly Reply[],
    options: Omit<FetchOptions, 'fetch'>,
    says: string,
  ])[] = [
    ['after three redirects', [...redirects(301, 302, 307), ['here']], {}, 'here'],
    ['after each kind of redirect', [...redirects(300, 399), ['here']], {}, 'here'],
    [
      'after four redirects',
      redirects(301, 302, 307, 308),
      {},
      'flat.example.com redirects more than 3 times.',
    ],
    ['without a body', [[null, { status: 204 }]], {}, ''],
    [
      'that fails without a body',
      [[null, { status: 500 }]],
      {},
      'flat.example.com answered with HTTP status 500: it has trouble of its own; try again later.',
    ],
    ['as large as it may be', [['1234']], limit, '1234'],
    [
      'that says it is as large as it may be',
      [['1234', { headers: { 'content-length': '4' } }]],
      limit,
      '1234',
    ],
    ['one byte larger', [['12345']], limit, tooLarge],
    ['that says it is larger', [[null, { headers: { 'content-length': '5' } }]], limit, tooLarge],
    ['in pieces that are too large together', [[inChunks([49, 50, 51], [52, 53])]], limit, tooLarge],
    ['whose pieces part a character', [[inChunks([0x61, 0xc3], [0xa9, 0x62])]], {}, 'aéb'],
    ['that ends in the middle of a character', [[inChunks([0x61, 0xc3])]], {}, noText],
  ];
  for (const [what, replies, options, says] of cases) {
    it(`${what}: ${says || 'nothing'}`, async () => assert.equal((await fetched(replies, options))[0], says));
  }
});
