// Numbers of a surface that make no sense: whatever it counts, the journal of a paid job can be read, and has its evidence.
import assert from 'node:assert/strict';
import { evidenceOf } from '../../src/smoke/evidence.ts';
import { eventOf, lineOf } from '../../src/smoke/journalSchema.ts';
import { type Json, parseJson } from '../../src/smoke/json.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { json } from './desk.ts';
import { benchOf, CATALOG, planOf } from './harness.ts';

type Fields = Readonly<Record<string, Json>>;

/** Where each family writes a number into the answer to a poll. */
const PLACES: readonly (readonly [FamilyId, string, (number: Json, answer: Fields) => Fields])[] = [
  [
    'vertex-ai',
    'filtered videos',
    (number, answer) => ({ response: { ...(answer.response as Fields), raiMediaFilteredCount: number } }),
  ],
  ['vertex-ai', 'progress', (number) => ({ metadata: { progressPercent: number } })],
  [
    'gemini-api',
    'filtered videos',
    (number, { response }) => {
      const { generateVideoResponse } = response as { readonly generateVideoResponse: Fields };
      return {
        response: { generateVideoResponse: { ...generateVideoResponse, raiMediaFilteredCount: number } },
      };
    },
  ],
  ['openai-videos', 'filtered videos', (number) => ({ metadata: { raiMediaFilteredCount: number } })],
  ['openai-videos', 'progress', (number) => ({ progress: number })],
  ['openrouter', 'cost', (number) => ({ usage: { cost: number } })],
];

const NUMBERS = [0.5, -1, 1e300, 2 ** 53, '2.5', '1e999', 'NaN', true] as const;

describe('an odd number of a surface', () => {
  for (const [family, what, write] of PLACES) {
    it(`neither breaks the journal nor keeps evidence from being written: ${what}, ${family}`, async () => {
      for (const number of NUMBERS) {
        const bench = benchOf(family);
        const transport: typeof bench.world.transport = async (request, signal) => {
          const answer = await bench.world.transport(request, signal);
          const body = parseJson(new TextDecoder().decode(answer.body)) as Fields | undefined;
          const isOver = body?.done === true || body?.status === 'completed';
          if (body === undefined || !(isOver || what === 'progress')) return answer;
          return { ...answer, body: json({ ...body, ...write(number, body) }) };
        };
        const run = await runSmoke(planOf(family), { ...bench.world, transport }, bench.journal);
        assert.equal(run.state, 'passed', `${number}: ${run.outcome?.message}`);
        for (const event of bench.events) assert.deepEqual(eventOf(JSON.parse(lineOf(event))), event);
        const context = { version: '1', catalog: CATALOG, redact: (text: string) => text, controlled: null };
        assert.equal(evidenceOf(run, context).state, 'passed');
      }
    });
  }
});
