// What the view "Veo Routes" lists: requests by file, state or surface, worst first, then the IDs that no request sends.

import type { DatedReference, DocumentAudit, Finding } from '../audit/types.ts';
import { SEVERITIES } from '../audit/types.ts';
import { isOnlySpokenOf } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { grouped } from '../catalog/grouped.ts';
import type { Day, Status } from '../catalog/types.ts';
import { statusWords } from '../explain/card.ts';
import { STATES, worstState } from '../explain/request.ts';
import { type RequestRoutes, requestsIn } from '../routes/requestsIn.ts';
import { t } from '../words/words.ts';
import { idsInWords, routesInWords, severityInWords } from './countWords.ts';

export const GROUPINGS = ['file', 'status', 'surface'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A file as the outline needs it. */
export interface OutlineFile {
  readonly audit: DocumentAudit;
  readonly catalog: Catalog;
  readonly asOf: Day;
}

export interface RequestEntry<R> {
  readonly kind: 'request';
  readonly resource: R;
  readonly routes: RequestRoutes;
  readonly state: Status;
}

export interface ModelEntry<R> {
  readonly kind: 'model';
  readonly resource: R;
  readonly reference: DatedReference;
}

export interface OutlineGroup<R> {
  readonly kind: 'group';
  /** Unique in the outline. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The worst state in it. */
  readonly state: Status;
  readonly entries: readonly (RequestEntry<R> | ModelEntry<R>)[];
}

/** The groups of requests, worst first, and behind them one of the IDs in use that no request in sight sends. */
export function routesOutline<R extends OutlineFile>(
  files: readonly R[],
  by: Grouping,
  withMentions: boolean,
): readonly OutlineGroup<R>[] {
  const entries = files.flatMap((resource) =>
    requestsIn(resource.audit.routes).map((routes): RequestEntry<R> => {
      const state = worstState(routes, resource.catalog, resource.asOf);
      return { kind: 'request', resource, routes, state };
    }),
  );
  const groups = grouped(entries, (entry) => keyOf(entry, by));
  const sorted = [...groups]
    .map(([key, own]) => groupOf(key, own, by))
    .toSorted((a, b) => rank(a.state) - rank(b.state) || a.id.localeCompare(b.id));
  return [...sorted, ...modelsGroup(files, withMentions)];
}

function keyOf<R extends OutlineFile>({ resource, routes, state }: RequestEntry<R>, by: Grouping): string {
  if (by === 'file') return resource.audit.document.path;
  if (by === 'status') return statusWords(state);
  return resource.catalog.surface(routes[0].surface)?.name ?? t('surface unknown');
}

function groupOf<R extends OutlineFile>(
  key: string,
  entries: readonly RequestEntry<R>[],
  by: Grouping,
): OutlineGroup<R> {
  const sorted = entries.toSorted((a, b) => rank(a.state) - rank(b.state));
  const state = sorted[0]?.state ?? 'unknown';
  const cut = by === 'file' ? key.lastIndexOf('/') : -1;
  const count = routesInWords(entries.length);
  // The view is narrow: the name of a file comes before its folder.
  const description = cut < 0 ? count : `${key.slice(0, cut)} · ${count}`;
  return {
    kind: 'group',
    id: `${by}:${key}`,
    label: key.slice(cut + 1),
    description,
    state,
    entries: sorted,
  };
}

function modelsGroup<R extends OutlineFile>(
  files: readonly R[],
  withMentions: boolean,
): readonly OutlineGroup<R>[] {
  const entries = files.flatMap((resource) => {
    const sent = new Set(resource.audit.routes.map(({ reference }) => reference?.start));
    return resource.audit.references
      .filter(({ start }) => !sent.has(start))
      .filter((reference) => withMentions || !isOnlySpokenOf(reference))
      .map((reference): ModelEntry<R> => ({ kind: 'model', resource, reference }));
  });
  if (entries.length === 0) return [];
  const sorted = entries.toSorted((a, b) => rank(a.reference.status) - rank(b.reference.status));
  const state = sorted[0]?.reference.status ?? 'unknown';
  return [
    {
      kind: 'group',
      id: 'models',
      label: t('Models'),
      description: idsInWords(entries.length),
      state,
      entries: sorted,
    },
  ];
}

const rank = (state: Status): number => STATES.indexOf(state);

/** What Problems lists, in numbers: the badge, the status bar and the view count these and say which. */
export function countsInWords(findings: readonly Pick<Finding, 'severity'>[]): {
  readonly total: number;
  readonly words: string;
} {
  // Problems does not list hints.
  const listed = SEVERITIES.filter((severity) => severity !== 'hint');
  const some = listed
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0);
  return {
    total: some.reduce((sum, { count }) => sum + count, 0),
    words: some.map(({ severity, count }) => severityInWords(severity, count)).join(', ') || t('no findings'),
  };
}
