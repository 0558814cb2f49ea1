// deprecations.info: what a third party took from Google's pages. A second opinion, never more.
import type { SurfaceId } from '../../catalog/types.ts';
import { fieldsOf, readJson, textOf } from '../../gateway/answer.ts';
import { isModelId } from '../modelIds.ts';
import { type Claim, type Reader, UnreadablePageError } from '../types.ts';
import { wordedDay } from '../wordedDay.ts';
import { asPage } from './litellm.ts';

export const deprecationsInfo: Reader = {
  name: 'deprecations-info',
  file: 'deprecations-info.json',
  url: 'https://deprecations.info/v1/deprecations.json',
  title: 'deprecations.info',
  key: 'DEPINFO',
  evidence: 'third-party',
  listsModels: false,
  read(text) {
    const answer: unknown = asPage(() => readJson(text));
    const list = Array.isArray(answer) ? answer : Object.values(fieldsOf(answer)).find(Array.isArray);
    if (list === undefined) throw new UnreadablePageError('it is not a list of deprecations');
    const rows = list.map(fieldsOf);
    if (!rows.some((row) => textOf(row.model_id) !== null && 'shutdown_date' in row))
      throw new UnreadablePageError("no row of it has 'model_id' and 'shutdown_date'");
    return { claims: rows.flatMap(claimsOf), unread: [], complete: null };
  },
};

function claimsOf(row: ReturnType<typeof fieldsOf>): readonly Claim[] {
  const [name, surface] = [textOf(row.model_id), surfaceOf(textOf(row.url))];
  const model = name?.replace(/^models\//, '') ?? '';
  const shutdown = wordedDay(textOf(row.shutdown_date) ?? '');
  if (surface === null || !isModelId(model) || shutdown.kind !== 'day') return [];
  return [{ kind: 'lifecycle', model, surface, shutdown }];
}

function surfaceOf(url: string | null): SurfaceId | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  if (host === 'ai.google.dev') return 'gemini-api';
  return /(?:^|\.)cloud\.google\.com$/.test(host) ? 'vertex-ai' : null;
}
