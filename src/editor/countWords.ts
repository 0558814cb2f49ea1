// Numbers with their nouns, each as whole words: other languages form the plural otherwise.

import type { Severity } from '../audit/types.ts';
import { t } from '../words/words.ts';

export const routesInWords = (count: number): string => (count === 1 ? t('1 route') : t('{0} routes', count));

export const findingsInWords = (count: number): string =>
  count === 1 ? t('1 finding') : t('{0} findings', count);

export const filesInWords = (count: number): string => (count === 1 ? t('1 file') : t('{0} files', count));

export const idsInWords = (count: number): string => (count === 1 ? t('1 ID') : t('{0} IDs', count));

const SEVERITIES: Readonly<Record<Severity, (count: number) => string>> = {
  error: (count) => (count === 1 ? t('1 error') : t('{0} errors', count)),
  warning: (count) => (count === 1 ? t('1 warning') : t('{0} warnings', count)),
  info: (count) => (count === 1 ? t('1 info') : t('{0} infos', count)),
  hint: (count) => (count === 1 ? t('1 hint') : t('{0} hints', count)),
};

/** `2 warnings` */
export const severityInWords = (severity: Severity, count: number): string => SEVERITIES[severity](count);
