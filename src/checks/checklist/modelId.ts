// Is the model ID an official one of the surface that it is sent to?
import { inSentence } from '../../audit/wording.ts';
import { sourceWords } from '../../catalog/sources.ts';
import { NO_MODEL, type Said, type Subject, said } from './answering.ts';

/** Fails for an ID that is unknown, or that the surface never served. */
export function modelId({ target, context: { catalog } }: Subject): Said {
  if (target === null) return NO_MODEL;
  const { canonical, model, surface } = target;
  if (canonical === null) {
    const known = catalog.aliases(model)[0];
    if (known === undefined) return said('fail', `${model} is not a model ID that the catalog knows.`);
    const what =
      known.resolvesTo === null
        ? 'what answers behind it is not documented'
        : `it stands for ${known.resolvesTo} (${known.certainty})`;
    const verdict = known.certainty === 'documented' && known.resolvesTo !== null ? 'pass' : 'not shown';
    return said(verdict, `${model} is a gateway's alias; ${what}.`, known.checkedOn);
  }
  const facts = catalog.model(canonical)?.surfaces[surface];
  if (facts !== undefined)
    return said(
      'pass',
      `${canonical} is an official ID of ${inSentence(catalog, surface)} (${sourceWords(catalog, facts.sources)}).`,
      facts.checkedOn,
    );
  if (catalog.surface(surface)?.kind === 'google')
    return said(
      'fail',
      `${canonical} was never served on ${inSentence(catalog, surface)}.`,
      catalog.checkedOn,
    );
  return said(
    'pass',
    `${canonical} is an official ID; the surface of the route is ${surface === 'unknown' ? 'not in sight' : inSentence(catalog, surface)}.`,
    catalog.checkedOn,
  );
}
