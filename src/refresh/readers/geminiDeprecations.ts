// Google's deprecations page of the Gemini API: a table of IDs, release days and earliest shutdown days for each family.
import { lifecycleRows } from '../lifecycleTable.ts';
import type { Reader } from '../types.ts';

export const geminiDeprecations: Reader = {
  name: 'gemini-deprecations',
  file: 'gemini-deprecations.md',
  url: 'https://ai.google.dev/gemini-api/docs/deprecations.md.txt',
  title: 'Gemini API deprecations page',
  key: 'DEPR',
  evidence: 'official',
  listsModels: true,
  read: (text) => ({
    ...lifecycleRows(text, 'gemini-api', 'Veo models'),
    complete: (_, __, surface) => surface === 'gemini-api',
  }),
};
