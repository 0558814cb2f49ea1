// What each check of a video says: what was asked for, what was found, and whether that fits.
import assert from 'node:assert/strict';
import { makeMp4 } from '../../src/simulator/mp4.ts';
import type { FamilyId, SmokeRequest } from '../../src/smoke/types.ts';
import { readMp4, type VideoReport, verifyVideo } from '../../src/smoke/verify.ts';
import { REQUEST, routeOf } from './harness.ts';

const made = (width: number, height: number, audio = true) =>
  makeMp4({ seconds: 4, width, height, audio }, 'test');

const report = (bytes: Uint8Array, request: Partial<SmokeRequest> = {}, family: FamilyId = 'vertex-ai') =>
  verifyVideo(bytes, routeOf(family), { ...REQUEST, ...request });

/** The checks as lines. */
const said = ({ checks }: VideoReport) =>
  checks.map(({ name, ok, expected, found }) => `${name} ${ok ? 'ok' : 'wrong'}: ${found} for ${expected}`);

describe('the checks of a video', () => {
  it('say what was asked for and what was found', () => {
    assert.deepEqual(said(report(made(1280, 720), { generateAudio: true })), [
      'mp4 ok: avc1.42c033, mp4a.40.2 for a whole MP4 with a video track',
      'duration ok: 4 s for 4 s ± 0.5 s',
      'resolution ok: 1280x720 for 1280x720',
      'frame rate ok: 24 frames/s for 24 frames/s',
      'audio ok: an audio track for an audio track',
    ]);
    const other = {
      durationSeconds: 8,
      resolution: '1080p',
      aspectRatio: '9:16',
      generateAudio: true,
    } as const;
    assert.deepEqual(said(report(made(1280, 720, false), other, 'omni-interactions')).slice(1), [
      'duration wrong: 4 s for 8 s ± 2 s',
      'resolution wrong: 1280x720 for 1080x1920',
      'frame rate ok: 24 frames/s for 24 frames/s',
      'audio wrong: no audio track for an audio track',
    ]);
  });

  it('say what was not asked for, which any video fits', () => {
    const nothing = { durationSeconds: null, resolution: null, aspectRatio: null, generateAudio: null };
    assert.deepEqual(said(report(made(720, 1280, false), nothing)).slice(1), [
      'duration ok: 4 s for not asked for',
      'resolution ok: 720x1280 for not asked for',
      'frame rate ok: 24 frames/s for 24 frames/s',
      'audio ok: no audio track for not asked for',
    ]);
  });

  it('hold a resolution against both sides, and a shape against which of them is longer', () => {
    const fits = (width: number, height: number, request: Partial<SmokeRequest>) =>
      report(made(width, height), { resolution: null, aspectRatio: null, ...request }).checks.every(
        ({ ok }) => ok,
      );
    assert.ok(fits(720, 1280, { resolution: '720p' }), 'no shape was asked for');
    assert.ok(!fits(720, 1296, { resolution: '720p' }));
    assert.ok(!fits(704, 1280, { resolution: '720p' }));
    assert.ok(fits(1080, 1920, { aspectRatio: '9:16' }), 'no resolution was asked for');
    assert.ok(!fits(1920, 1080, { aspectRatio: '9:16' }));
    assert.ok(fits(640, 360, { aspectRatio: '16:9' }));
    assert.ok(!fits(360, 640, { aspectRatio: '16:9' }));
    assert.ok(!fits(1280, 720, { resolution: '720p', aspectRatio: '9:16' }));
  });

  it('are one where there is no video, which says how long it is and how it begins', () => {
    const text = new TextEncoder().encode('<html> \u007fé~! and so on');
    const { facts, checks } = report(text);
    assert.equal(facts, null);
    assert.deepEqual(checks, [
      {
        name: 'mp4',
        ok: false,
        expected: 'a whole MP4 with a video track',
        found: `${text.length} bytes beginning with "<html>....~!"`,
      },
    ]);
    assert.equal(report(new Uint8Array()).checks[0]?.found, '0 bytes beginning with ""');
  });
});

describe('a video', () => {
  const video = made(1280, 720);
  const first = (type: string) => Buffer.from(video).indexOf(type);
  const last = (type: string) => Buffer.from(video).lastIndexOf(type);
  /** The video with other numbers at those places. */
  function changed(...numbers: readonly (readonly [at: number, value: number])[]): Uint8Array {
    const bytes = Uint8Array.from(video);
    const view = new DataView(bytes.buffer);
    for (const [at, value] of numbers) view.setUint32(at, value);
    return bytes;
  }
  const CLOCK = first('mdhd') + 16;

  it('is none with a clock that stands still: it would last for ever', () => {
    assert.equal(readMp4(changed([CLOCK, 0])), null);
    assert.deepEqual(
      readMp4(changed([CLOCK, 1]))?.durationSeconds,
      4 * new DataView(video.buffer).getUint32(CLOCK),
    );
  });

  it('is none without a picture, and none that takes no time', () => {
    const [sizes, times] = [first('stsz'), first('stts')];
    assert.equal(readMp4(changed([sizes + 12, 0], [times + 8, 0])), null);
    assert.equal(readMp4(changed([first('mdhd') + 20, 0], [times + 16, 0])), null);
    assert.notEqual(readMp4(changed([first('mdhd') + 20, 0])), null, 'its samples say how long it is');
  });

  it('has no sound where its track of sound is empty', () => {
    assert.equal(readMp4(video)?.audio, true);
    assert.equal(readMp4(changed([last('stsz') + 12, 0], [last('stts') + 8, 0]))?.audio, false);
  });

  it('is turned upright by a quarter turn alone', () => {
    const matrix = first('tkhd') + 44;
    const ONE = 0x10000;
    for (const [across, down, upright] of [
      [0, ONE, true],
      [0, -ONE, true],
      [ONE, ONE, false],
      [-ONE, 0, false],
      [0, 0, false],
    ] as const) {
      const { width, height } = readMp4(changed([matrix, across], [matrix + 4, down])) ?? assert.fail();
      assert.deepEqual([width, height], upright ? [720, 1280] : [1280, 720], `${across} ${down}`);
    }
  });

  it('of Google has 24 frames a second, or half a frame more', () => {
    const ticks = new DataView(video.buffer).getUint32(CLOCK);
    const fits = (frames: number) =>
      report(changed([CLOCK, (ticks * frames) / 24]), { durationSeconds: null }).checks.every(({ ok }) => ok);
    assert.deepEqual([fits(23.5), fits(24.5), fits(23.25), fits(24.75)], [true, true, false, false]);
  });
});
