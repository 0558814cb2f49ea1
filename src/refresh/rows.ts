// How a difference is put together: its ID, its words and where it comes from.
import type { Catalog } from '../catalog/catalog.ts';
import type { EventDay, Shutdown, SurfaceId } from '../catalog/types.ts';
import type { Difference, Edit, SourceReading } from './types.ts';
import type { WordedDay } from './wordedDay.ts';

interface Subject {
  readonly field: string;
  readonly model: string;
  readonly surface: SurfaceId;
  /** Tells rows of one field apart, such as prices. */
  readonly detail?: string;
}

interface Told {
  readonly before: string;
  readonly after: string;
  readonly doubts?: readonly string[];
  readonly edit: Edit | null;
}

export function difference(
  catalog: Catalog,
  { field, model, surface, detail }: Subject,
  { before, after, doubts = [], edit }: Told,
  { reader, day }: SourceReading,
): Difference {
  const place = catalog.surface(surface)?.name ?? surface;
  const exact = detail === undefined ? '' : `:${detail}`;
  return {
    id: `${field}:${model}@${surface}${exact}/${reader.name}`,
    what: `${field} of ${model} on ${place}${detail === undefined ? '' : `, ${detail.replace(':', ' ')}`}`,
    before,
    after,
    source: reader.name,
    day,
    evidence: reader.evidence,
    doubts:
      reader.evidence === 'third-party' && edit?.kind === 'facts'
        ? ['only a third party says so', ...doubts]
        : doubts,
    edit,
  };
}

export function shutdownText(shutdown: Shutdown): string {
  if (shutdown.kind === 'none') return 'no date';
  return shutdown.kind === 'fixed' ? shutdown.day : `not before ${shutdown.day}`;
}

export function eventText(event: EventDay): string {
  if (event.kind === 'unknown') return 'unknown';
  return event.kind === 'between' ? `between ${event.from} and ${event.to}` : event.day;
}

/** What speaks against a day as it is written. */
export function wordingDoubts(worded: WordedDay): readonly string[] {
  if (worded.kind === 'empty') return ['its cell is empty'];
  if (worded.kind === 'unreadable') return [`"${worded.said}" cannot be read as one day`];
  return worded.kind === 'day' && worded.inProse ? [`the day stands in a sentence: "${worded.said}"`] : [];
}
