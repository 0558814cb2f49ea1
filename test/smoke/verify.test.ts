// What came back is looked into: real MP4s of the simulator, and what can be wrong with one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { makeMp4 } from '../../src/simulator/mp4.ts';
import type { FamilyId, SmokeRequest } from '../../src/smoke/types.ts';
import { readMp4, type VideoCheck, verifyVideo } from '../../src/smoke/verify.ts';
import { REQUEST, routeOf } from './harness.ts';

const SIZES = { '360p': [640, 360], '720p': [1280, 720], '1080p': [1920, 1080], '4k': [3840, 2160] } as const;

function wrong(
  bytes: Uint8Array,
  request: Partial<SmokeRequest>,
  family: FamilyId = 'vertex-ai',
): readonly VideoCheck['name'][] {
  return verifyVideo(bytes, routeOf(family), { ...REQUEST, ...request })
    .checks.filter(({ ok }) => !ok)
    .map(({ name }) => name);
}

describe('videos of the simulator', () => {
  for (const [resolution, [width, height]] of Object.entries(SIZES)) {
    for (const seconds of [4, 6, 8]) {
      it(`are MP4s of ${seconds} s at ${resolution}, wide and tall, with and without sound`, () => {
        for (const [w, h, audio] of [
          [width, height, true],
          [height, width, false],
        ] as const) {
          const facts = readMp4(makeMp4({ seconds, width: w, height: h, audio }, 'test'));
          assert.ok(facts);
          assert.deepEqual(
            [facts.durationSeconds, facts.width, facts.height, facts.framesPerSecond, facts.audio],
            [seconds, w, h, 24, audio],
          );
        }
      });
    }
  }

  it('say inside that no model made them', () => {
    const text = Buffer.from(
      makeMp4({ seconds: 4, width: 640, height: 360, audio: false }, 'simulated: no model'),
    ).toString('latin1');
    assert.ok(text.includes('simulated: no model'));
  });

  it('stay small', () => {
    assert.ok(makeMp4({ seconds: 8, width: 3840, height: 2160, audio: true }, '').length < 64 * 1024);
  });
});

describe('videos as others write them', () => {
  const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url));

  for (const [what, name, expected] of [
    ['in fragments', 'fragmented.mp4', [1, 128, 72, 24, true]],
    ['in HEVC', 'hevc.mp4', [1, 128, 72, 24, false]],
    ['in AV1', 'av1.mp4', [1, 128, 72, 24, false]],
    ['turned upright by its header', 'rotated.mp4', [1, 72, 128, 24, false]],
  ] as const) {
    it(`are read ${what}, and cut ones are told`, async () => {
      const bytes = new Uint8Array(await fixture(name));
      const facts = readMp4(bytes);
      assert.ok(facts);
      const { durationSeconds, width, height, framesPerSecond, audio } = facts;
      assert.deepEqual([durationSeconds, width, height, framesPerSecond, audio], expected);
      for (let size = 0; size < bytes.length; size += 61) {
        const cut = readMp4(bytes.subarray(0, size));
        assert.ok(cut === null || cut.durationSeconds < 1, `${size} of ${bytes.length} bytes pass for whole`);
      }
    });
  }

  for (const name of ['other.webm', 'sound.mp4']) {
    it(`are none: ${name}`, async () => assert.equal(readMp4(new Uint8Array(await fixture(name))), null));
  }
});

describe('verification', () => {
  const video = makeMp4({ seconds: 4, width: 1280, height: 720, audio: true }, 'test');

  it('takes what was asked for', () => {
    assert.deepEqual(wrong(video, { generateAudio: true }), []);
  });

  for (const [what, request, found] of [
    ['another length', { durationSeconds: 6 }, ['duration']],
    ['another resolution', { resolution: '1080p' }, ['resolution']],
    ['another shape', { aspectRatio: '9:16' }, ['resolution']],
    ['sound where none was wanted', { generateAudio: false }, ['audio']],
  ] as const) {
    it(`finds ${what}`, () => assert.deepEqual(wrong(video, request), found));
  }

  it('does not judge what was not asked for', () => {
    const nothing = { durationSeconds: null, resolution: null, aspectRatio: null, generateAudio: null };
    assert.deepEqual(wrong(video, nothing), []);
  });

  it('leaves a length that is a parameter half a second of slack', () => {
    for (const asked of [3.5, 4.5])
      assert.deepEqual(wrong(video, { durationSeconds: asked }), [], `${asked} s`);
    for (const asked of [3.4, 4.6])
      assert.deepEqual(wrong(video, { durationSeconds: asked }), ['duration'], `${asked} s`);
  });

  it('leaves the length of Omni, which follows a prompt, two seconds of slack', () => {
    for (const asked of [2, 6])
      assert.deepEqual(wrong(video, { durationSeconds: asked }, 'omni-interactions'), [], `${asked} s`);
    for (const asked of [1.9, 6.1])
      assert.deepEqual(
        wrong(video, { durationSeconds: asked }, 'omni-interactions'),
        ['duration'],
        `${asked} s`,
      );
  });

  it('takes no other frame rate from Google, and any from a gateway, which may encode anew', () => {
    const fast = Uint8Array.from(video);
    const view = new DataView(fast.buffer);
    const timescale = Buffer.from(video).indexOf('mdhd') + 16;
    view.setUint32(timescale, (view.getUint32(timescale) * 25) / 24);
    const request = { durationSeconds: 4 };
    assert.equal(readMp4(fast)?.framesPerSecond, 25);
    for (const family of ['gemini-api', 'vertex-ai', 'omni-interactions'] as const)
      assert.deepEqual(wrong(fast, request, family), ['frame rate'], family);
    for (const family of ['openai-videos', 'new-api', 'openrouter'] as const)
      assert.deepEqual(wrong(fast, request, family), [], family);
  });

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['a page of HTML', new TextEncoder().encode('<html><body>Sign in</body></html>')],
    ['a cut file', video.subarray(0, video.length - 200)],
    ['a header alone', video.subarray(0, 2_500)],
    ['a JSON error', new TextEncoder().encode('{"error":{"code":404}}')],
    ['zeros', new Uint8Array(5_000)],
  ] as const) {
    it(`takes ${what} for no video`, () => assert.deepEqual(wrong(bytes, {}), ['mp4']));
  }

  it('never throws, wherever the bytes are changed', () => {
    for (let index = 0; index < 2_000; index += 7) {
      const changed = Uint8Array.from(video);
      changed[index] = (changed[index] ?? 0) ^ 0xff;
      verifyVideo(changed, routeOf('vertex-ai'), REQUEST);
    }
  });
});

describe('hostile videos', () => {
  const video = makeMp4({ seconds: 4, width: 1280, height: 720, audio: true }, 'test');
  const typeAt = (type: string) => Buffer.from(video).indexOf(type);
  const changed = (at: number, value: number) => {
    const bytes = Uint8Array.from(video);
    new DataView(bytes.buffer).setUint32(at, value);
    return bytes;
  };

  for (const [type, field] of [
    ['stts', 8],
    ['stsc', 8],
    ['stsz', 12],
    ['stco', 8],
    ['stss', 8],
    ['stsd', 8],
  ] as const) {
    for (const count of [2 ** 31, 2 ** 32 - 1, 1_000_000]) {
      it(`are none: ${type} of ${count} entries`, () => {
        assert.equal(readMp4(changed(typeAt(type) + field, count)), null);
      });
    }
  }

  it('are none with an emptied mdat, or cut off in one that has no size', () => {
    const at = typeAt('mdat');
    const head = video.subarray(0, at + 4);
    assert.equal(readMp4(Buffer.concat([changed(at - 4, 8).subarray(0, at + 4)])), null);
    assert.equal(readMp4(changed(at - 4, 0).subarray(0, head.length + 40)), null);
  });

  it('are none where a chunk lies outside the media', () => {
    assert.equal(readMp4(changed(typeAt('stco') + 12, 0)), null);
    assert.equal(readMp4(changed(typeAt('stco') + 12, 2 ** 31)), null);
  });

  it('are read without what nobody has checked', () => {
    const bytes = Buffer.concat([
      video,
      Buffer.from([0, 0, 0, 16]),
      Buffer.from('sidx'),
      Buffer.alloc(8, 255),
    ]);
    assert.notEqual(readMp4(new Uint8Array(bytes)), null);
  });
});
