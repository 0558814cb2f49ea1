// Files, folders, pages, imports and tests of a part of an ID: places where no ID is used.
import assert from 'node:assert/strict';
import { pathAround } from '../../src/detect/path.ts';
import {
  hostOf,
  isFileName,
  isFolderPath,
  isImport,
  isOwnName,
  isPage,
  isPartialTest,
} from '../../src/detect/places.ts';

const ID = 'veo-3.0-generate-001';

function place(marked: string) {
  const text = marked.replace('¦', ID);
  const start = marked.indexOf('¦');
  return { text, start, end: start + ID.length, path: pathAround(text, start, start + ID.length) };
}

describe('places', () => {
  it('know the host of an address, with and without a scheme', () => {
    assert.equal(hostOf('https://user@api.kie.ai:8080/v1/'), 'api.kie.ai');
    assert.equal(hostOf('queue.fal.run/fal-ai/'), 'queue.fal.run');
    assert.equal(hostOf('models/'), null);
  });

  it('tell pages for people from addresses of APIs', () => {
    const pages = [
      'https://ai.google.dev/gemini-api/docs/models/¦',
      'https://console.cloud.google.com/vertex-ai/publishers/google/model-garden/¦?utm=x',
      'https://replicate.com/google/¦',
      '/docs/models/¦',
    ];
    const addresses = [
      'https://generativelanguage.googleapis.com/v1beta/models/¦:predictLongRunning',
      'https://api.replicate.com/v1/models/google/¦/predictions',
      'https://proxy.example.org/v1/models/¦',
      'models/¦',
    ];
    for (const page of pages) assert.ok(isPage(place(page).path), page);
    for (const address of addresses) assert.ok(!isPage(place(address).path), address);
  });

  it('know files and folders', () => {
    for (const file of ['out/¦.mp4', '¦.json', 'https://x.org/¦/clip.mp4'])
      assert.ok(isFileName(place(file).path), file);
    for (const id of ['models/¦', '¦.', '¦']) assert.ok(!isFileName(place(id).path), id);
    for (const folder of ['./¦', '/srv/¦', '~/¦', 'gs://bucket/¦', 's3://bucket/¦']) {
      assert.ok(isFolderPath(place(folder).path), folder);
    }
    assert.ok(!isFolderPath(place('https://x.org/¦').path));
  });

  it('know imports, names of the program and parts of IDs', () => {
    const imported = place('import x from "¦"');
    assert.ok(isImport(imported.text, imported.start, 'typescript'));
    const named = (marked: string, bare: boolean) => isOwnName(place(marked).text, place(marked).start, bare);
    assert.ok(named("describe('¦', () => {", false));
    assert.ok(named("supabase.storage.from('¦')", false));
    assert.ok(named('<TabsTrigger value="¦">', false));
    assert.ok(named("logger.info('¦')", true));
    assert.ok(!named("logger.info('¦')", false));
    const partial = (marked: string) =>
      isPartialTest(place(marked).text, place(marked).start, place(marked).end);
    assert.ok(partial("model.includes('¦')"));
    assert.ok(partial('if "¦" in model_name:'));
    assert.ok(!partial('if "¦" in MODEL_COSTS:'));
    assert.ok(!partial("VIDEO_MODELS.includes('¦')"));
  });
});
