// Which row of which catalog does the route go through?
import { videoEndpoint } from '../../audit/rules/endpointFamily.ts';
import type { GatewayRoute } from '../../audit/rules/gatewayRoutes.ts';
import { isAvailable } from '../../audit/rules/gatewayStatus.ts';
import { capital, inSentence } from '../../audit/wording.ts';
import { statusOn } from '../../catalog/lifecycle.ts';
import { sourceWords } from '../../catalog/sources.ts';
import { gatewayOf } from '../../contracts/gateways.ts';
import { NO_MODEL, type Said, type Subject, said } from './answering.ts';
import { contradicts, listingOf, listingRow } from './listing.ts';

/** The formats of gateways that have a catalog of their own. */
const WITH_CATALOG: Readonly<Record<string, string>> = {
  litellm: 'LiteLLM',
  'new-api': 'new-api',
};

/** Passes where the row is there and in service: the gateway's, or Google's own. */
export function catalogRow(subject: Subject): Said {
  const { named, found, target, gateway, context } = subject;
  const listing = listingOf(subject);
  const isNewer = listing !== undefined && gateway !== null && contradicts(listing, gateway);
  if (gateway !== null && !isNewer) return gatewayRow(gateway);
  if (listing !== undefined) return listingRow(listing, subject);
  const name = gatewayOf(named.contract, found, context);
  if (name !== undefined)
    return said(
      'not shown',
      `No snapshot of the catalog of ${name} is kept: veo-audit gateway check ${name}.`,
    );
  if (target === null) return NO_MODEL;
  const { catalog } = context;
  const surface = catalog.surface(target.surface);
  const facts =
    target.canonical === null ? undefined : catalog.model(target.canonical)?.surfaces[target.surface];
  const status =
    target.canonical === null ? 'unknown' : statusOn(catalog, target.canonical, target.surface, context.asOf);
  if (surface?.kind === 'google' && facts !== undefined && status === 'shut-down')
    return said(
      'fail',
      `${capital(inSentence(catalog, target.surface))} does not offer ${target.canonical} any more (${sourceWords(catalog, facts.sources)}).`,
      facts.checkedOn,
    );
  const format = found?.format ?? '';
  if (surface?.kind === 'google' && WITH_CATALOG[format] !== undefined)
    return said(
      'not shown',
      `Callers reach the route through ${WITH_CATALOG[format]}, whose catalog veo-audit.yaml does not name (gateways).`,
    );
  if (surface?.kind === 'google' && facts !== undefined)
    return said(
      'pass',
      `The route asks ${inSentence(catalog, target.surface)} directly; its row is Google's own (${sourceWords(catalog, facts.sources)}).`,
      facts.checkedOn,
    );
  if (surface?.kind === 'gateway')
    return said(
      'not shown',
      `The route goes through ${surface.name}, whose catalog veo-audit.yaml does not name.`,
    );
  return said('not shown', 'Through which catalog the route goes is not in sight.');
}

function gatewayRow(route: GatewayRoute): Said {
  const { search, snapshot, gateway, names } = route;
  if (search.kind === 'missing') return said('fail', `${gateway} has no row "${names[0]}".`, snapshot.day);
  if (search.kind === 'other')
    return said('not shown', `${gateway} has a row "${search.label}" that names no Veo model.`, snapshot.day);
  const { label, status, groups, endpoints } = search.row;
  const facts = `${gateway} has the row "${label}", endpoints ${endpoints?.join(', ') ?? 'not said'}, groups ${groups?.join(', ') ?? 'not said'}, status ${status ?? 'not said'}.`;
  if ((status !== null && !isAvailable(status)) || videoEndpoint(search.row) === 'no')
    return said('fail', facts, snapshot.day);
  return said(videoEndpoint(search.row) === 'native' ? 'not shown' : 'pass', facts, snapshot.day);
}
