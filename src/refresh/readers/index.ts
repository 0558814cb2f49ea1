// The sources, in the order in which they are read and shown.
import type { Reader } from '../types.ts';
import { deprecationsInfo } from './deprecationsInfo.ts';
import { geminiChangelog } from './geminiChangelog.ts';
import { geminiDeprecations } from './geminiDeprecations.ts';
import { geminiPricing } from './geminiPricing.ts';
import { litellm } from './litellm.ts';
import { openrouterVideos } from './openrouterVideos.ts';
import { vertexModelPage } from './vertexModelPage.ts';
import { vertexModelVersions } from './vertexModelVersions.ts';

export const READERS: readonly Reader[] = [
  geminiDeprecations,
  geminiPricing,
  geminiChangelog,
  vertexModelVersions,
  vertexModelPage,
  litellm,
  openrouterVideos,
  deprecationsInfo,
];
