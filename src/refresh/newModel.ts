// A model that a source lists and the catalog does not have.
import type { Catalog } from '../catalog/catalog.ts';
import type { Shutdown } from '../catalog/types.ts';
import { releaseDoubts, shutdownDoubts } from './doubts.ts';
import { modelOfId, stageOfId } from './modelIds.ts';
import { replacementBy } from './replacementDifference.ts';
import { difference, eventText, shutdownText, wordingDoubts } from './rows.ts';
import type { Difference, LifecycleClaim, SourceReading } from './types.ts';
import { asEvent, asShutdown } from './wordedDay.ts';

/** An ID that stands for whatever is newest. */
const MOVING = /-latest(?:-|$)/;

const NO_DATE: Shutdown = { kind: 'none' };

/** The row that adds it. A third party proves no model, and what is told in passing has to be looked at. */
export function newModel(catalog: Catalog, claim: LifecycleClaim, source: SourceReading): Difference {
  const { model, surface, shutdown: worded } = claim;
  const shutdown = worded === undefined || worded.kind === 'empty' ? NO_DATE : asShutdown(worded);
  const stage = claim.stage ?? stageOfId(model);
  const released = asEvent(claim.released);
  const isOfficial = source.reader.evidence === 'official';
  const named = claim.replacement?.ids.find((id) => catalog.model(id)?.surfaces[surface] !== undefined);
  const facts = {
    stage,
    released,
    announced: { kind: 'unknown' } as const,
    shutdown: shutdown ?? NO_DATE,
    replacement: named === undefined ? null : replacementBy(catalog, model, named, surface),
    note: '',
  };
  const doubts = [
    ...(isOfficial ? [] : ['a third party lists it, which proves no model']),
    ...(source.reader.listsModels || !isOfficial ? [] : ['no table of models lists it']),
    ...(MOVING.test(model) ? ['it stands for another model, and for which one may change'] : []),
    ...releaseDoubts(claim.released, source),
    ...(worded === undefined ? [] : wordingDoubts(worded).map((doubt) => `shutdown: ${doubt}`)),
    ...(shutdown === null ? [] : shutdownDoubts({ shutdown: NO_DATE }, shutdown, source)),
    ...(claim.replacement?.glued ? [`words are glued to the replacement: "${claim.replacement.said}"`] : []),
  ];
  const after = `${stage}, released ${eventText(released)}, shutdown ${shutdown === null ? 'not readable' : shutdownText(shutdown)}`;
  const edit = { kind: 'model', model: modelOfId(model), surface, facts } as const;
  return difference(
    catalog,
    { field: 'model', model, surface },
    { before: 'not in the catalog', after, doubts, edit: isOfficial && shutdown !== null ? edit : null },
    source,
  );
}
