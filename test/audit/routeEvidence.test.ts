// What smoke tests prove of a route on a day: which count, which one is the last, and how long it counts.
import assert from 'node:assert/strict';
import type { EvidenceSummary } from '../../src/audit/evidenceSummary.ts';
import { evidenceOf, proofOf } from '../../src/audit/rules/routeEvidence.ts';
import { contextOf } from './contractCase.ts';

const HERO = 'routes:\n  hero: { model: veo-3.1-generate-001, surface: vertex-ai }\n';
const FAST = 'veo-3.1-fast-generate-001';

type Run = Partial<EvidenceSummary>;

/** The state on 2026-11-21 with the day of the run that says so. */
function proved(evidence: readonly Run[], config = HERO): string {
  const context = contextOf({ config, evidence });
  const [contract] = context.contracts;
  assert.ok(contract);
  const proof = proofOf(evidenceOf(contract, context), context);
  return proof.state === 'none' ? 'none' : `${proof.state} ${proof.by.day}`;
}

const passed = (day: string, more: Run = {}): Run => ({ day, ...more });
const failed = (day: string, more: Run = {}): Run => ({ day, passed: false, ...more });

describe('the proof of a route', () => {
  const cases: readonly (readonly [what: string, evidence: readonly Run[], proof: string])[] = [
    ['is none without a run', [], 'none'],
    ['is the run of today', [passed('2026-11-21')], 'passed 2026-11-21'],
    ['is no run of tomorrow', [passed('2026-11-22')], 'none'],
    [
      'is the newest of several',
      [passed('2026-11-18'), passed('2026-11-20'), passed('2026-11-19')],
      'passed 2026-11-20',
    ],
    [
      'is lost with a run that fails later',
      [passed('2026-11-18'), failed('2026-11-19')],
      'failed 2026-11-19',
    ],
    ['is kept where a run failed before', [failed('2026-11-18'), passed('2026-11-19')], 'passed 2026-11-19'],
    [
      'is kept where a run failed on the same day',
      [failed('2026-11-19'), passed('2026-11-19')],
      'passed 2026-11-19',
    ],
    [
      'is kept where a run of another model failed',
      [passed('2026-11-18'), failed('2026-11-19', { model: FAST })],
      'passed 2026-11-18',
    ],
    [
      'is kept where a run was not sent',
      [passed('2026-11-18'), failed('2026-11-19', { asked: false })],
      'passed 2026-11-18',
    ],
    ['names the newest run that failed', [failed('2026-11-17'), failed('2026-11-19')], 'failed 2026-11-19'],
    ['is of the model that is sent', [passed('2026-11-20', { model: FAST })], 'other-model 2026-11-20'],
    ['is none where a run of another model failed', [failed('2026-11-19', { model: FAST })], 'none'],
    ['is no simulated run', [passed('2026-11-20', { simulated: true })], 'simulated 2026-11-20'],
    ['is no controlled failure', [passed('2026-11-20', { kind: 'controlled-failure' })], 'none'],
    [
      'is a run of the same request by another name',
      [passed('2026-11-20', { route: 'other' })],
      'passed 2026-11-20',
    ],
    [
      'is no run of another name elsewhere',
      [passed('2026-11-20', { route: 'other', surface: 'gemini-api' })],
      'none',
    ],
    ['is no run of another name and model', [passed('2026-11-20', { route: 'other', model: FAST })], 'none'],
    ['counts for thirty days', [passed('2026-10-22')], 'passed 2026-10-22'],
    ['counts no longer', [passed('2026-10-21')], 'stale 2026-10-21'],
  ];
  for (const [what, evidence, proof] of cases) it(what, () => assert.equal(proved(evidence), proof));

  it('counts as long as the team says', () => {
    const config = `${HERO}smoke: { maxAgeDays: 2 }\n`;
    assert.equal(proved([passed('2026-11-19')], config), 'passed 2026-11-19');
    assert.equal(proved([passed('2026-11-18')], config), 'stale 2026-11-18');
  });

  it('is of any model where none is seen to be sent', () => {
    assert.equal(
      proved([passed('2026-11-20', { model: FAST })], 'routes:\n  hero: {}\n'),
      'passed 2026-11-20',
    );
  });
});
