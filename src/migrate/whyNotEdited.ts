// Why a request is not changed by an edit: the first reason that a person would need to know.
import type { DocumentAudit } from '../audit/types.ts';
import type { Route } from '../routes/types.ts';

/** The reason, a sentence; null where nothing but the shape of the request can stand against an edit. */
export function whyNotEdited({ references, document }: DocumentAudit, route: Route): string | null {
  const place = route.reference?.place ?? references[0]?.place ?? 'production';
  if (place === 'generated') return 'The file is generated: change what it is generated from.';
  if (place === 'recorded') return 'The file is a recording: record it again.';
  if (route.model === null) return 'The model is computed: change where its value comes from.';
  if (route.alternatives.length > 0)
    return 'Several models can be sent from here: each needs its own request.';
  if (route.reference === null) return 'The model ID stands in another file or in the environment.';
  if (place === 'test') return "It is a test's input: change it together with what the test expects.";
  if (place === 'docs') return `${document.path} is documentation: change it with the code that it shows.`;
  return null;
}
