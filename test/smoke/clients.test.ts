// The simulator serves the clients that people really use: each submits, polls and downloads.
import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createVertex } from '@ai-sdk/google-vertex';
import { GoogleGenAI } from '@google/genai';
import { experimental_generateVideo as generateVideo } from 'ai';
import { OAuth2Client } from 'google-auth-library';
import OpenAI from 'openai';
import { type RunningSimulator, startSimulator } from '../../src/simulator/server.ts';
import type { SimulatorOptions } from '../../src/simulator/world.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { readMp4 } from '../../src/smoke/verify.ts';
import { CATALOG, seeded } from './harness.ts';

const FAST = 'veo-3.1-fast-generate-001';
/** A day on which the Gemini API still served Veo. */
const GEMINI_DAY = '2026-10-01';

async function simulatorOn(asOf: string, options: Partial<SimulatorOptions> = {}): Promise<RunningSimulator> {
  return startSimulator({ catalog: CATALOG, asOf, clock: scaledClock(200), random: seeded(7), ...options });
}

/** A credential that needs no network. */
function fakeCredential(): OAuth2Client {
  const client = new OAuth2Client();
  client.setCredentials({ access_token: 'ya29.simulated-token', expiry_date: Date.now() + 3_600_000 });
  return client;
}

function assertVideo(bytes: Uint8Array, seconds: number, width: number, height: number): void {
  const facts = readMp4(bytes);
  assert.ok(facts, `${bytes.length} bytes are no MP4`);
  assert.deepEqual(
    [facts.durationSeconds, facts.width, facts.height, facts.framesPerSecond],
    [seconds, width, height, 24],
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe('the simulator serves real clients', () => {
  let simulator: RunningSimulator;
  afterEach(() => simulator.close());

  it('@google/genai on the Gemini API', async () => {
    simulator = await simulatorOn(GEMINI_DAY);
    const ai = new GoogleGenAI({ apiKey: 'simulated', httpOptions: { baseUrl: simulator.origin } });
    let operation = await ai.models.generateVideos({
      model: 'veo-3.1-fast-generate-preview',
      source: { prompt: 'A paper boat.' },
      config: { durationSeconds: 4, resolution: '720p', aspectRatio: '16:9', numberOfVideos: 1 },
    });
    while (!operation.done) {
      await pause(20);
      operation = await ai.operations.getVideosOperation({ operation });
    }
    const generated = operation.response?.generatedVideos?.[0];
    assert.ok(generated, 'the operation holds no video');
    const downloadPath = join(await mkdtemp(join(tmpdir(), 'veo-audit-')), 'video.mp4');
    await ai.files.download({ file: generated, downloadPath });
    assertVideo(await readFile(downloadPath), 4, 1280, 720);
    assert.equal(simulator.world.jobs.size, 1);
  });

  it('@google/genai on Vertex AI', async () => {
    simulator = await simulatorOn('2026-11-21');
    const ai = new GoogleGenAI({
      vertexai: true,
      project: 'demo',
      location: 'us-central1',
      httpOptions: { baseUrl: simulator.origin },
      googleAuthOptions: { authClient: fakeCredential() },
    });
    let operation = await ai.models.generateVideos({
      model: FAST,
      source: { prompt: 'A paper boat.' },
      config: {
        durationSeconds: 6,
        resolution: '1080p',
        aspectRatio: '9:16',
        numberOfVideos: 2,
        generateAudio: false,
      },
    });
    while (!operation.done) {
      await pause(20);
      operation = await ai.operations.getVideosOperation({ operation });
    }
    const videos = operation.response?.generatedVideos ?? [];
    assert.equal(videos.length, 2);
    for (const { video } of videos)
      assertVideo(Buffer.from(video?.videoBytes ?? '', 'base64'), 6, 1080, 1920);
  });

  it('@google/genai on the Interactions API', async () => {
    simulator = await simulatorOn('2026-11-21');
    const ai = new GoogleGenAI({ apiKey: 'simulated', httpOptions: { baseUrl: simulator.origin } });
    let interaction = await ai.interactions.create({
      model: 'gemini-omni-1.1-flash',
      input: 'A paper boat, 5 seconds long.',
      background: true,
      response_format: { type: 'video', aspect_ratio: '16:9', resolution: '720p', delivery: 'uri' },
    });
    while (interaction.status === 'in_progress') {
      await pause(20);
      interaction = await ai.interactions.get(interaction.id);
    }
    assert.equal(interaction.status, 'completed');
    const content = (interaction.steps ?? []).flatMap((step) =>
      step.type === 'model_output' ? (step.content ?? []) : [],
    );
    const uri = content.find((part) => part.type === 'video')?.uri;
    assert.ok(uri, 'the interaction holds no video');
    const downloadPath = join(await mkdtemp(join(tmpdir(), 'veo-audit-')), 'video.mp4');
    await ai.files.download({ file: { uri }, downloadPath });
    assertVideo(await readFile(downloadPath), 5, 1280, 720);
  });

  it('openai on /v1/videos, in both dialects', async () => {
    for (const dialect of ['litellm', 'new-api'] as const) {
      simulator = await simulatorOn('2026-11-21', { dialect });
      const openai = new OpenAI({ apiKey: 'simulated', baseURL: `${simulator.origin}/v1`, maxRetries: 0 });
      let video = await openai.videos.create({
        model: FAST,
        prompt: 'A paper boat.',
        seconds: '8',
        size: '1280x720',
      });
      while (video.status !== 'completed') {
        assert.notEqual(video.status, 'failed');
        await pause(20);
        video = await openai.videos.retrieve(video.id);
      }
      const content = await openai.videos.downloadContent(video.id);
      assertVideo(new Uint8Array(await content.arrayBuffer()), 8, 1280, 720);
      if (dialect === 'litellm') await simulator.close();
    }
  });

  it('@ai-sdk/google', async () => {
    simulator = await simulatorOn(GEMINI_DAY);
    const google = createGoogleGenerativeAI({ apiKey: 'simulated', baseURL: `${simulator.origin}/v1beta` });
    const { video } = await generateVideo({
      model: google.video('veo-3.1-fast-generate-preview'),
      prompt: 'A paper boat.',
      duration: 4,
      resolution: '1280x720',
      aspectRatio: '16:9',
      providerOptions: { google: { pollIntervalMs: 20 } },
      // The library refuses addresses on this machine by itself.
      download: async ({ url }) => {
        const answer = await fetch(url);
        return { data: new Uint8Array(await answer.arrayBuffer()), mediaType: 'video/mp4' };
      },
    });
    assertVideo(video.uint8Array, 4, 1280, 720);
  });

  it('@ai-sdk/google-vertex', async () => {
    simulator = await simulatorOn('2026-11-21');
    const vertex = createVertex({
      project: 'demo',
      location: 'us-central1',
      baseURL: `${simulator.origin}/v1/projects/demo/locations/us-central1/publishers/google`,
      googleAuthOptions: { authClient: fakeCredential() },
    });
    const { video } = await generateVideo({
      model: vertex.video(FAST),
      prompt: 'A paper boat.',
      duration: 4,
      resolution: '1920x1080',
      aspectRatio: '16:9',
      generateAudio: true,
      providerOptions: { 'google-vertex': { pollIntervalMs: 20 }, vertex: { pollIntervalMs: 20 } },
    });
    assertVideo(video.uint8Array, 4, 1920, 1080);
  });

  it('a retired ID is refused in the words that the clients show', async () => {
    simulator = await simulatorOn('2026-11-21');
    const ai = new GoogleGenAI({ apiKey: 'simulated', httpOptions: { baseUrl: simulator.origin } });
    await assert.rejects(
      ai.models.generateVideos({ model: 'veo-3.0-generate-001', source: { prompt: 'A paper boat.' } }),
      /404[\s\S]*is not found for API version v1beta/,
    );
    assert.equal(simulator.world.jobs.size, 0);
  });
});
