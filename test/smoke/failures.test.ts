// Error classes: what each surface's words mean, and how long is waited before another try.
import assert from 'node:assert/strict';
import type { Step } from '../../src/network/limits.ts';
import { classify, classifyJobError, readApiError } from '../../src/smoke/classify.ts';
import { FAILURES, type FailureId, retryDelay } from '../../src/smoke/failures.ts';
import type { HttpAnswer } from '../../src/smoke/http.ts';
import { classifySubmit } from '../../src/smoke/submitRefusal.ts';
import type { FamilyId } from '../../src/smoke/types.ts';

const NOW = Date.UTC(2026, 10, 21);

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status,
    headers,
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

function classOf(
  status: number,
  body: unknown,
  step: Step = 'submit',
  family: FamilyId = 'gemini-api',
): FailureId {
  const given = answer(status, body);
  const error = readApiError(given, NOW);
  return step === 'submit' ? classifySubmit(given, error, family) : classify(error, step);
}

const google = (status: number, code: string, message: string) => ({
  error: { code: status, message, status: code },
});

describe('error classes', () => {
  const retired: readonly (readonly [string, number, unknown])[] = [
    [
      'Gemini API',
      404,
      google(
        404,
        'NOT_FOUND',
        'models/veo-3.0-generate-001 is not found for API version v1beta, or is not supported for predictLongRunning. Call ListModels.',
      ),
    ],
    [
      'Gemini API, later wording',
      404,
      google(
        404,
        'NOT_FOUND',
        'This model models/veo-3.1-generate-preview is no longer available to new users. Please update your code to use another.',
      ),
    ],
    [
      'Vertex AI',
      404,
      google(
        404,
        'NOT_FOUND',
        'Publisher Model `projects/p/locations/us-central1/publishers/google/models/veo-2.0-generate-001` was not found or your project does not have access to it.',
      ),
    ],
    [
      'new-api around Google',
      500,
      {
        code: 'fail_to_fetch_task',
        message:
          '{"error":{"code":404,"message":"models/veo-3.0-generate-001 is not found for API version v1beta"}}',
        data: null,
      },
    ],
    [
      'new-api',
      503,
      {
        error: {
          code: 'model_not_found',
          message: 'No available channel for model veo3 under group default',
          type: 'new_api_error',
        },
      },
    ],
    [
      'LiteLLM',
      404,
      {
        error: {
          message: 'litellm.NotFoundError: models/veo-3.0-generate-001 is not found for API version v1beta',
          type: null,
          code: '404',
        },
      },
    ],
    [
      'OpenAI',
      404,
      {
        error: {
          message: 'The model `veo-3` does not exist or you do not have access to it.',
          code: 'model_not_found',
        },
      },
    ],
    ['OpenRouter', 400, { error: { code: 400, message: 'google/veo-9 is not a valid model ID' } }],
  ];
  for (const [surface, status, body] of retired) {
    it(`${surface}: a retired ID`, () => assert.equal(classOf(status, body), 'retired-id'));
  }

  it('take the words of a retired ID at their word with the statuses of a refusal only', () => {
    const said = { error: { message: 'models/veo-2.0-generate-001 is not found for API version v1beta' } };
    const classes = [400, 404, 410, 500, 503, 401, 403, 422].map((status) => classOf(status, said, 'look'));
    const retiredOnes = Array.from({ length: 5 }, () => 'retired-id');
    assert.deepEqual(classes, [...retiredOnes, 'unauthenticated', 'forbidden', 'bad-request']);
  });

  const plain: readonly (readonly [number, unknown, Step, FailureId])[] = [
    [
      429,
      google(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'),
      'submit',
      'rate-limited',
    ],
    [503, google(503, 'UNAVAILABLE', 'The model is overloaded.'), 'submit', 'overloaded'],
    [500, google(500, 'INTERNAL', 'An internal error has occurred.'), 'submit', 'lost-answer'],
    [500, google(500, 'INTERNAL', 'An internal error has occurred.'), 'poll', 'internal'],
    [400, google(400, 'INVALID_ARGUMENT', 'Unsupported duration.'), 'submit', 'bad-request'],
    [400, google(400, 'INVALID_ARGUMENT', 'The prompt violates our usage guidelines.'), 'submit', 'filtered'],
    [401, google(401, 'UNAUTHENTICATED', 'no'), 'submit', 'unauthenticated'],
    [403, google(403, 'PERMISSION_DENIED', 'no'), 'submit', 'forbidden'],
    [404, google(404, 'NOT_FOUND', 'Requested entity was not found.'), 'submit', 'not-found'],
    [404, google(404, 'NOT_FOUND', 'Requested entity was not found.'), 'poll', 'operation-gone'],
    [404, google(404, 'NOT_FOUND', 'File not found.'), 'download', 'expired'],
    [404, { error: { message: 'No video URL in the upstream response.' } }, 'download', 'no-video'],
    [403, '<Error><Code>AccessDenied</Code></Error>', 'download', 'expired'],
    // A proxy's answer to a submit says nothing of what happened behind it.
    [500, '<html>Internal Server Error</html>', 'submit', 'lost-answer'],
    [502, '<html>Bad Gateway</html>', 'submit', 'lost-answer'],
    [504, '<html>Gateway Time-out</html>', 'submit', 'lost-answer'],
    [408, '', 'submit', 'lost-answer'],
    [502, '<html>Bad Gateway</html>', 'poll', 'gateway-failure'],
    [302, '', 'submit', 'redirected'],
  ];
  it('a submit is refused for sure only in the own form and with the own code of its surface', () => {
    const openai = (code: string, message = 'Too many requests.') => ({
      error: { message, type: code, code },
    });
    const envoy =
      'upstream connect error or disconnect/reset before headers. reset reason: connection termination';
    const cases: readonly (readonly [FamilyId, number, unknown, FailureId])[] = [
      ['vertex-ai', 503, envoy, 'lost-answer'],
      ['vertex-ai', 503, google(503, 'UNAVAILABLE', envoy), 'lost-answer'],
      ['vertex-ai', 503, google(503, 'INTERNAL', 'no'), 'lost-answer'],
      ['vertex-ai', 503, { code: 503, message: 'no' }, 'lost-answer'],
      ['vertex-ai', 503, google(503, 'UNAVAILABLE', 'The model is overloaded.'), 'overloaded'],
      ['vertex-ai', 429, '<html>Too many requests</html>', 'lost-answer'],
      ['vertex-ai', 429, openai('rate_limit_exceeded'), 'lost-answer'],
      ['vertex-ai', 303, '', 'lost-answer'],
      ['openai-videos', 429, openai('rate_limit_exceeded'), 'rate-limited'],
      [
        'openai-videos',
        429,
        { error: { message: 'm', type: 'throttling_error', code: '429' } },
        'rate-limited',
      ],
      ['openai-videos', 429, openai('rate_limit_exceeded', 'upstream timed out'), 'lost-answer'],
      ['openai-videos', 500, openai('500', 'upstream timed out'), 'lost-answer'],
      ['openai-videos', 500, openai('500', 'Server disconnected'), 'lost-answer'],
      ['openai-videos', 503, openai('unavailable', 'The model is overloaded.'), 'lost-answer'],
      ['new-api', 429, { code: 'rate_limit_exceeded', message: 'm', data: null }, 'rate-limited'],
      ['new-api', 500, { code: 'fail_to_fetch_task', message: 'EOF', data: null }, 'lost-answer'],
      ['openrouter', 429, { error: { code: 429, message: 'Rate limited.' } }, 'rate-limited'],
      ['vertex-ai', 503, { error: { code: 429, status: 'UNAVAILABLE', message: 'm' } }, 'lost-answer'],
      ['openai-videos', 503, openai('rate_limit_exceeded'), 'lost-answer'],
      ['openai-videos', 429, { error: { message: 'm', code: 'Rate_Limit_Exceeded' } }, 'rate-limited'],
      ['openai-videos', 429, { error: { message: 'm', code: 'a_fault' } }, 'lost-answer'],
      ['new-api', 503, { code: 'rate_limit_exceeded', message: 'm' }, 'lost-answer'],
      ['openrouter', 503, { error: { code: 429, message: 'Rate limited.' } }, 'lost-answer'],
      ['openrouter', 429, { error: { code: 400, message: 'Rate limited.' } }, 'lost-answer'],
      ['openrouter', 429, { error: { code: 429 } }, 'lost-answer'],
      ['openrouter', 502, { error: { code: 502, message: 'Provider returned error' } }, 'lost-answer'],
    ];
    for (const [family, status, body, expected] of cases)
      assert.equal(
        classOf(status, body, 'submit', family),
        expected,
        `${family} ${status} ${JSON.stringify(body)}`,
      );
  });

  for (const [status, body, step, expected] of plain) {
    it(`${status} on ${step}: ${expected}`, () => assert.equal(classOf(status, body, step), expected));
  }

  it('a job that the safety filter ended is filtered, another one failed', () => {
    assert.equal(
      classifyJobError('INVALID_ARGUMENT', 'Blocked by Responsible AI practices. Support codes: 58061214'),
      'filtered',
    );
    assert.equal(classifyJobError('content_policy_violation', 'no'), 'filtered');
    assert.equal(
      classifyJobError('INTERNAL', 'Video generation failed due to an internal server issue.'),
      'operation-failed',
    );
  });

  it('every class says what to do next in one sentence', () => {
    for (const [id, { next }] of Object.entries(FAILURES)) {
      assert.match(next, /^[A-Z][^\n]*\.$/, id);
      assert.equal(next.match(/\.(?=\s)/g), null, `${id} says more than one sentence`);
    }
  });
});

describe('waiting before another try', () => {
  const half = () => 0.5;
  const waits = (failure: FailureId, random = half) => {
    const found: (number | null)[] = [];
    for (let tried = 1; tried <= 9; tried += 1) found.push(retryDelay(failure, tried, null, random));
    return found;
  };

  it('429: doubles from 1 s with up to 30 % of chance, never above 64 s, seven times', () => {
    assert.deepEqual(
      waits('rate-limited', () => 0),
      [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, null, null],
    );
    assert.deepEqual(waits('rate-limited', () => 1).slice(0, 8), [
      1_300,
      2_600,
      5_200,
      10_400,
      20_800,
      41_600,
      64_000,
      null,
    ]);
  });

  it('503: 30 s and 15 s more each time', () => {
    assert.deepEqual(waits('overloaded').slice(0, 5), [30_000, 45_000, 60_000, 75_000, null]);
  });

  it('500: once, after 5 to 10 s', () => {
    assert.deepEqual(waits('internal').slice(0, 2), [7_500, null]);
    assert.deepEqual(
      [retryDelay('internal', 1, null, () => 0), retryDelay('internal', 1, null, () => 1)],
      [5_000, 10_000],
    );
  });

  it('400, 401, 403, 404 and lost answers: never, whatever the server hints', () => {
    for (const failure of [
      'bad-request',
      'unauthenticated',
      'forbidden',
      'retired-id',
      'not-found',
      'lost-answer',
      'filtered',
    ] as const) {
      assert.equal(retryDelay(failure, 1, 1_000, half), null, failure);
    }
  });

  it('a hint of the server lengthens a wait and never shortens it', () => {
    assert.equal(retryDelay('rate-limited', 1, 32_000, half), 32_000);
    assert.equal(retryDelay('overloaded', 1, 1_000, half), 30_000);
  });

  const hints: readonly (readonly [string, HttpAnswer, number | null])[] = [
    ['Retry-After in seconds', answer(429, {}, { 'retry-after': '7' }), 7_000],
    [
      'Retry-After as a date',
      answer(503, {}, { 'retry-after': new Date(NOW + 90_000).toUTCString() }),
      90_000,
    ],
    ['retry-after-ms', answer(429, {}, { 'retry-after-ms': '1500' }), 1_500],
    [
      "Google's retryDelay",
      answer(429, {
        error: { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '32.5s' }] },
      }),
      32_500,
    ],
    ['nothing', answer(429, { error: { details: [{ retryDelay: 'soon' }] } }), null],
    [
      'the longer of two',
      answer(429, { error: { details: [{ retryDelay: '5s' }] } }, { 'retry-after': '9' }),
      9_000,
    ],
  ];
  for (const [what, given, expected] of hints) {
    it(`reads ${what}`, () => assert.equal(readApiError(given, NOW).hintMs, expected));
  }
});
