// What a test and its controlled failure come to: of which proof the end is, what it says, and several in one sentence.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wasAsked } from '../../src/smoke/end.ts';
import { type Ending, endingOf, nameOf, tallyOf } from '../../src/smoke/ending.ts';
import { endNamed } from '../../src/smoke/endWord.ts';
import { type Evidence, evidenceOf } from '../../src/smoke/evidence.ts';
import { smokeFolders } from '../../src/smoke/folders.ts';
import { readEvidence } from '../../src/smoke/keptEvidence.ts';
import type { Proof } from '../../src/smoke/prove.ts';
import { replay } from '../../src/smoke/run.ts';
import { summaryOf } from '../../src/smoke/summary.ts';
import { CATALOG, planOf } from './harness.ts';

function evidence(changes: Partial<Evidence>): Evidence {
  const run = replay([{ at: 1_000, type: 'planned', plan: planOf('vertex-ai') }]) ?? assert.fail();
  const context = { version: '1', catalog: CATALOG, redact: (text: string) => text, controlled: null };
  return { ...evidenceOf(run, context), ...changes };
}

const outcome = (message: string, failure: string | null = null, next: string | null = null) => ({
  message,
  failure,
  next,
});
const PASS = { state: 'passed', outcome: outcome('It passed.') } as const;

/** The proof of a route, and of its controlled failure. */
const proof = (changes: Partial<Evidence>): Proof => ({
  evidence: evidence(changes),
  files: { json: '/w/a.json', markdown: `/w/${changes.runId ?? 'a'}.md` },
});
const refusal = (changes: Partial<Evidence>) => proof({ kind: 'controlled-failure', runId: 'c', ...changes });

describe('how a run ended', () => {
  it('by its deadline is a failure only once it was sent', () => {
    assert.equal(endNamed('timed-out', 'out-of-time', 0), 'not run');
    assert.equal(endNamed('timed-out', 'out-of-time', 1), 'failed');
    assert.equal(endNamed('timed-out', 'stalled', 0), 'failed');
    assert.equal(endNamed('failed', null, 0), 'failed');
  });

  it('is evidence where the surface was asked, by a submit or by anything before it', () => {
    const exchange = { at: '2026-11-21T00:00:00Z', step: 'look', status: 404, requestId: null } as const;
    const exchanges = [{ ...exchange, milliseconds: 1, problem: null }];
    const failed = { state: 'failed', outcome: outcome('m', 'retired-id') } as const;
    for (const [changes, asked] of [
      [{}, false],
      [{ submits: { sent: 1, accepted: 0 } }, true],
      [{ exchanges }, true],
      [{ exchanges, state: 'abandoned', outcome: outcome('m', 'no-key') }, false],
    ] as const)
      assert.equal(wasAsked(evidence({ ...failed, ...changes } as Partial<Evidence>)), asked);
  });
});

describe('the ending of a route', () => {
  it('is that of its own run, wherever that stands, and of the controlled failure where there is no other', () => {
    const failed = { state: 'failed', outcome: outcome('It failed.', 'bad-request', 'Change it.') } as const;
    const own = proof({ ...failed, runId: 'a' });
    const other = refusal(PASS);
    for (const proofs of [[own, other], [other, own], [own]])
      assert.deepEqual(endingOf(proofs), {
        simulated: false,
        route: 'vertex-ai route',
        failure: 'bad-request',
        evidence: '/w/a.md',
        end: 'failed',
        text: 'It failed. Change it.',
      });
    assert.deepEqual([endingOf([other])?.evidence, endingOf([other])?.text], ['/w/c.md', 'It passed.']);
    assert.equal(endingOf([]), null);
  });

  it('says what became of the controlled failure, if there is one', () => {
    const text = (...proofs: readonly Proof[]) => {
      const ending = endingOf(proofs);
      return `${ending?.end}: ${ending?.text}`;
    };
    const open = { state: 'abandoned', outcome: outcome('Nothing.', 'no-key', 'Give one.') } as const;
    assert.equal(text(proof(PASS)), 'passed: It passed.');
    assert.equal(text(proof(PASS), proof(PASS)), 'passed: It passed.');
    assert.equal(text(proof(PASS), refusal(PASS)), 'passed: It passed. It refused the controlled failure.');
    assert.equal(
      text(proof(PASS), refusal(open)),
      'passed: It passed. The controlled failure showed nothing.',
    );
    const taken = {
      state: 'failed',
      outcome: outcome('It was taken.', null, 'Look.'),
      operation: 'h',
    } as const;
    assert.equal(text(proof(PASS), refusal(taken)), 'failed: It was taken. Look.');
    assert.equal(text(proof({ state: 'failed', outcome: outcome('m') })), 'failed: m');
  });

  it('is named after its route, with what the run was', () => {
    const named = (kind: 'smoke' | 'controlled-failure', simulated: boolean) =>
      nameOf({ plan: planOf('vertex-ai', { kind }), simulated });
    assert.equal(named('smoke', false), 'vertex-ai route');
    assert.equal(named('smoke', true), 'vertex-ai route [simulated]');
    assert.equal(named('controlled-failure', true), 'vertex-ai route (controlled failure) [simulated]');
  });
});

describe('several endings', () => {
  const ending = (end: Ending['end'], simulated = false): Ending => ({
    end,
    simulated,
    route: 'r',
    text: 't',
    failure: null,
    evidence: 'e',
  });

  it('are one sentence, which warns of each that did not pass', () => {
    const [passed, failed, left] = [ending('passed'), ending('failed'), ending('not run')];
    for (const [endings, text, isWarning] of [
      [[], '0 of 0 smoke tests passed.', false],
      [[passed, passed], '2 of 2 smoke tests passed.', false],
      [[passed, failed], '1 of 2 smoke tests failed.', true],
      [[passed, left], '1 of 2 smoke tests passed, 1 was not run.', true],
      [[failed, left, left], '1 of 3 smoke tests failed, 2 were not run.', true],
      [[ending('passed', true), passed], '2 of 2 smoke tests passed.', false],
      [[ending('passed', true), ending('passed', true)], '2 of 2 smoke tests passed (simulated).', false],
    ] as const)
      assert.deepEqual(tallyOf(endings), { text, isWarning });
  });
});

describe('the summary of evidence', () => {
  const summary = (changes: Partial<Evidence>) => summaryOf(JSON.stringify(evidence(changes)), 'a.json');

  it('is of the day of its last state', () => {
    const states = [
      { state: 'planned', at: '2026-11-21T23:59:58.000Z' },
      { state: 'confirmed', at: '2026-11-21T23:59:59.000Z' },
      { state: 'passed', at: '2026-11-22T00:00:01.000Z' },
    ] as const;
    assert.equal(summary({ states: [...states] })?.day, '2026-11-22');
  });

  it('says whether it passed, and names no video that is a path', () => {
    assert.deepEqual([summary({})?.passed, summary(PASS)?.passed], [false, true]);
    const video = { bytes: 1, sha256: 'x', durationSeconds: null, width: null, height: null };
    const named = (file: string) => ({ ...video, framesPerSecond: null, audio: null, checks: [], file });
    const names = ['a.mp4', 'a/b.mp4', 'a.mp4/../../b', '/a.mp4', 'a b.mp4', 'a.mp4\n', '-1.mp4'];
    assert.deepEqual(summary({ videos: names.map(named) })?.videos, ['a.mp4', '-1.mp4']);
  });
});

describe('kept evidence', () => {
  it('that cannot be read is named with its own reason', async () => {
    const place = () => mkdtemp(join(tmpdir(), 'veo-audit-endings-'));
    const [{ files, workspace }, outside] = [smokeFolders(await place()), await place()];
    const folder = join(workspace, '.veo-audit', 'evidence');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'a-run.json'), 'no JSON');
    await symlink(outside, join(folder, 'b-run.json'));
    const skipped: string[] = [];
    const read = await readEvidence(files, ({ file, reason }) => skipped.push(`${file}: ${reason}`));
    assert.deepEqual(read, []);
    assert.deepEqual(skipped, [
      '.veo-audit/evidence/a-run.json: it is damaged, or of another version',
      '.veo-audit/evidence/b-run.json: it lies outside of the workspace',
    ]);
  });
});
