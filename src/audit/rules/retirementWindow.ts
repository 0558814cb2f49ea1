// retirement-window: the earliest retirement day has passed. Whether the ID is gone is not known until somebody asks.
import { lifecycleOn, type SurfaceLifecycle } from '../../catalog/lifecycle.ts';
import { probeAfterShutdown } from '../../catalog/sightings.ts';
import type { Day, Sighting } from '../../catalog/types.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { severityOfUse } from '../severity.ts';
import type { DatedReference, RuleFinding } from '../types.ts';
import { adviceFor, inSentence, isOnlySpokenOf, listOf } from '../wording.ts';

export const retirementWindow: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'retirement-window',
    severity: 'info',
    summary: 'The earliest retirement day has passed: the model ID may be retired any day.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const reference of context.references) {
      if (reference.status === 'retirement-window' && reference.model !== null && !isOnlySpokenOf(reference))
        yield finding(context, reference, reference.model);
    }
  },
};

function finding(context: DocumentContext, reference: DatedReference, model: string): RuleFinding {
  const { catalog, asOf } = context;
  const { surfaces } = lifecycleOn(catalog, model, reference.surface, asOf);
  const open = surfaces.filter((entry) => entry.status === 'retirement-window');
  const at = { start: reference.start, end: reference.end, fix: null };
  const gone = open.flatMap((entry) => probedOn(entry, 'gone', asOf));
  const where = (entry: SurfaceLifecycle) => `on ${inSentence(catalog, entry.surface)}`;
  if (gone.length === open.length) {
    const seen = listOf(gone.map(({ entry, day }) => `${where(entry)} on ${day}`));
    const message = `${model} was not found ${seen} (404). ${adviceFor(catalog, reference, asOf)}`;
    return { ...at, message, severity: severityOfUse(reference, 'error') };
  }
  const since = listOf(
    open.map((entry) =>
      entry.facts.shutdown.kind === 'none' ? '' : `${where(entry)} any day since ${entry.facts.shutdown.day}`,
    ),
  );
  const listed = open.flatMap((entry) => probedOn(entry, 'answering', asOf));
  const advice =
    listed.length === open.length
      ? `It was still listed on ${listOf([...new Set(listed.map(({ day }) => day))])}.`
      : 'Check that it still answers.';
  return { ...at, message: `${model} may be retired ${since}. ${advice}` };
}

/** The day of the workspace's newest probe, where it came after the earliest retirement day and saw this. */
function probedOn(entry: SurfaceLifecycle, saw: Sighting['saw'], asOf: Day) {
  const probe = probeAfterShutdown(entry.facts, asOf);
  return probe?.saw === saw ? [{ entry, day: probe.day }] : [];
}
