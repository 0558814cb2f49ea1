// A submit that is sent again whatever went wrong is told from retries that look at the error.
import assert from 'node:assert/strict';
import { readText } from './readText.ts';

const ID = 'veo-3.1-fast-generate-preview';
const SUBMIT = `client.models.generate_videos(model="${ID}", prompt=p)`;

const BLIND: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'a wrapper': [
    'a.ts',
    `const op = await pRetry(() => ai.models.generateVideos({ model: '${ID}' }), { retries: 4 });\n`,
  ],
  'a decorator': ['a.py', `@retry(stop=stop_after_attempt(3))\ndef go(p):\n    return ${SUBMIT}\n`],
  ...Object.fromEntries(
    ['Exception', 'requests.exceptions.RequestException', '(ValueError, httpx.TimeoutException)'].map(
      (error) => [
        `a decorator that tries again on ${error}`,
        [
          'a.py',
          `@backoff.on_exception(backoff.expo, ${error}, max_tries=3)\ndef go(p):\n    return ${SUBMIT}\n`,
        ] as const,
      ],
    ),
  ),
  'a loop over attempts': [
    'a.py',
    `def go(p):\n    for attempt in range(3):\n        try:\n            return ${SUBMIT}\n        except Exception:\n            time.sleep(2)\n`,
  ],
};

const CAREFUL: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'a wrapper with a condition': [
    'a.ts',
    `const op = await pRetry(() => ai.models.generateVideos({ model: '${ID}' }), { retries: 4, shouldRetry: (e) => e.status === 429 });\n`,
  ],
  'a decorator for one error': [
    'a.py',
    `@retry(retry=retry_if_exception_type(ResourceExhausted))\ndef go(p):\n    return ${SUBMIT}\n`,
  ],
  'a decorator that tries again on an error of a certain kind': [
    'a.py',
    `@backoff.on_exception(backoff.expo, NoQuotaLeft, max_tries=3)\ndef go(p):\n    return ${SUBMIT}\n`,
  ],
  'a loop that looks at the code': [
    'a.py',
    `def go(p):\n    for attempt in range(3):\n        try:\n            return ${SUBMIT}\n        except ClientError as e:\n            if e.code != 429:\n                raise\n            time.sleep(2)\n`,
  ],
  'a loop over models': [
    'a.py',
    `def go(p):\n    for model in MODELS:\n        try:\n            return ${SUBMIT}\n        except Exception:\n            pass\n`,
  ],
  'a retried poll': [
    'a.ts',
    `const op = await ai.models.generateVideos({ model: '${ID}' });\nawait pRetry(() => ai.operations.getVideosOperation({ operation: op }));\n`,
  ],
};

describe('blindly retried submits', () => {
  for (const [name, [path, text]] of Object.entries(BLIND)) {
    it(`are found in ${name}`, async () => {
      const { routes, retriedSubmits } = await readText(path, text);
      assert.deepEqual(
        retriedSubmits.map(({ start }) => start),
        routes.map(({ start }) => start),
      );
      assert.equal(retriedSubmits.length, 1);
    });
  }
  for (const [name, [path, text]] of Object.entries(CAREFUL)) {
    it(`are not said of ${name}`, async () => {
      const { routes, retriedSubmits } = await readText(path, text);
      assert.ok(routes.length > 0, 'the submit is a route');
      assert.deepEqual(retriedSubmits, []);
    });
  }
});
