// sdk-dropped-veo by the version: two dozen spellings of one would be as many projects. All else is shown by its fixtures.
import assert from 'node:assert/strict';
import { sdkDroppedVeo } from '../../../src/audit/rules/sdkDroppedVeo.ts';
import { findingsOf, routeIn } from './routeContext.ts';

const TEXT = "import { GoogleGenAI } from '@google/genai';\nai.models.generateVideos({})";

const found = (version: string): number =>
  findingsOf(sdkDroppedVeo, TEXT, [routeIn(TEXT, {})], {
    project: { packages: { '@google/genai': version } },
  }).length;

describe('sdk-dropped-veo', () => {
  for (const version of '3.1.0 3.1.2 3.12.0 4.0.0 ^3.1.0 ~3.2.1 >=3.1.0 v3.1.0 3.1.0-beta.1'.split(' '))
    it(`reports ${version}`, () => assert.equal(found(version), 1));

  for (const version of [
    ...'2.32.0 3.0.9 ^3.0.0 >=2.0.0 * latest workspace:* 3.x'.split(' '),
    '^2.0.0 || ^3.1.0',
    '',
  ])
    it(`is silent on ${version || 'no version'}`, () => assert.equal(found(version), 0));
});
