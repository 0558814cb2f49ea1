// sdk-dropped-veo: version, import and call together, and never on a guess.
import assert from 'node:assert/strict';
import { sdkDroppedVeo } from '../../../src/audit/rules/sdkDroppedVeo.ts';
import type { Route } from '../../../src/routes/types.ts';
import { findingsOf, routeIn } from './routeContext.ts';

const IMPORT = "import { GoogleGenAI } from '@google/genai';\n";

function found(
  version: string | null,
  text = `${IMPORT}ai.models.generateVideos({})`,
  changes: Partial<Route> = {},
) {
  const project = version === null ? undefined : { packages: { '@google/genai': version } };
  return findingsOf(sdkDroppedVeo, text, [routeIn(text, { start: text.indexOf('ai.'), ...changes })], {
    project,
  });
}

describe('sdk-dropped-veo', () => {
  for (const version of [
    '3.1.0',
    '3.1.2',
    '3.12.0',
    '4.0.0',
    '^3.1.0',
    '~3.2.1',
    '>=3.1.0',
    'v3.1.0',
    '3.1.0-beta.1',
  ]) {
    it(`reports ${version}`, () => assert.equal(found(version).length, 1));
  }

  for (const version of [
    '2.32.0',
    '3.0.9',
    '^3.0.0',
    '>=2.0.0',
    '*',
    'latest',
    '^2.0.0 || ^3.1.0',
    'workspace:*',
    '3.x',
    '',
  ]) {
    it(`is silent on ${version || 'no version'}`, () => assert.deepEqual(found(version), []));
  }

  it('marks the call, names the version and what to do', () => {
    const text = `${IMPORT}ai.models.generateVideos({\n})`;
    const [finding] = found('3.1.0', text);
    assert.equal(text.slice(finding?.start, finding?.end), 'ai.models.generateVideos({');
    assert.match(
      finding?.message ?? '',
      /^@google\/genai 3\.1\.0 throws here: since 3\.1\.0 it supports Veo only on Vertex AI/,
    );
  });

  it('sees require and dynamic import', () => {
    assert.equal(
      found('3.1.0', "const g = require('@google/genai');\nai.models.generateVideos({})").length,
      1,
    );
    assert.equal(
      found('3.1.0', 'const g = await import("@google/genai/web");\nai.models.generateVideos({})').length,
      1,
    );
  });

  it('is silent without the project, without the import, on Vertex AI, on an unknown surface and over REST', () => {
    assert.deepEqual(found(null), []);
    assert.deepEqual(
      found('3.1.0', "import x from '@google/generative-ai';\nai.models.generateVideos({})"),
      [],
    );
    assert.deepEqual(found('3.1.0', undefined, { surface: 'vertex-ai' }), []);
    assert.deepEqual(found('3.1.0', undefined, { surface: 'unknown' }), []);
    assert.deepEqual(found('3.1.0', undefined, { shape: 'predict-long-running' }), []);
  });
});
