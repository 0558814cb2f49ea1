// Where a request goes, with the evidence: the client that it is made with, in this file or another one, its address, its provider.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Surface } from '../../catalog/types.ts';
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import { once, remembered } from '../../once.ts';
import type { NamedModel } from '../models.ts';
import { clientOf } from '../requests/clientOf.ts';
import { connectedHost } from '../values/addresses.ts';
import { leadsTo } from '../values/elsewhere.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { type CallExpression, chainNames, chainOf, type Expression } from '../values/expression.ts';
import type { Result } from '../values/result.ts';
import { baseIn, surfaceOfAddress } from './address.ts';
import { agreed, madeIn } from './claims.ts';
import { surfaceOfClient, surfaceOfModule, surfaceOfName } from './clients.ts';
import { GoogleClients, type Whereabouts } from './googleClients.ts';
import { makersOf } from './makers.ts';
import { surfaceOfProvider } from './provider.ts';

/** What tells surfaces in one text. */
export interface SurfaceReader {
  /** By the client that an SDK method is called on. */
  ofGoogleClient(client: Expression): SurfaceClaim;
  /** By the client that anything else is called on; `foreign` behind a base URL of nobody known. */
  ofClient(callee: Expression): SurfaceClaim | 'foreign';
  /** By the address that is called; `base` is what the client puts before it. */
  ofAddress(address: Result, client: Expression | null, model: NamedModel): SurfaceClaim;
  /** By the provider that wraps a model's name. */
  ofProvider(via: CallExpression): SurfaceClaim | 'foreign';
  /** Addresses that a client was made with. */
  baseOf(client: Expression): string | null;
  /** The address of the one gateway that the text names; null where it names none, or several. */
  onlyGateway(): string | null;
}

/** Reads what one text shows of surfaces. */
export function createSurfaceReader(
  catalog: Catalog,
  evaluator: Evaluator,
  whereabouts: Whereabouts,
): SurfaceReader {
  const clients = new GoogleClients(catalog, evaluator, whereabouts);
  const readers = new Map<Evaluator, SurfaceReader>();
  const readerOf = (module: Evaluator): SurfaceReader =>
    remembered(readers, module, () => createSurfaceReader(catalog, module, NOWHERE));

  /** What the files say that an expression is imported from; unknown where they say nothing, or not the same. */
  const elsewhere = (
    expression: Expression,
    ask: (reader: SurfaceReader, there: Expression) => SurfaceClaim | 'foreign',
  ): SurfaceClaim | 'foreign' => {
    const claims = leadsTo(evaluator, expression).map(({ source, module, expression: there }) => {
      const claim = ask(readerOf(module), there);
      return claim === 'foreign' ? claim : madeIn(source, claim);
    });
    return claims.includes('foreign') ? 'foreign' : agreed(claims.filter((claim) => claim !== 'foreign'));
  };

  const baseOf = (client: Expression): string | null => baseOfClient(evaluator, client);
  return {
    baseOf,
    onlyGateway: once(() => {
      const [only, ...others] = catalog.gatewaysIn(evaluator.program.lowering.text);
      return only === undefined || others.length > 0 ? null : `https://${only.host}`;
    }),
    ofGoogleClient: (client) => {
      const makers = makersOf(evaluator, client);
      const made = makers.filter((call) => clients.isOne(call));
      if (made.length > 0) {
        const claim = clients.surfaceOf(made);
        // What is set at run time stays open; a gateway's own client may be made like Google's.
        return claim.surface === 'unknown' ? surfaceOfNames(catalog, [client, ...made], 'gateway') : claim;
      }
      const imported = surfaceOfPackage(catalog, evaluator, client);
      if (imported !== null) return imported;
      const foreign = elsewhere(client, (reader, there) => reader.ofGoogleClient(there));
      if (foreign !== 'foreign' && foreign.surface !== 'unknown') return foreign;
      const around = clients.surfaceAround(client.start);
      return around.surface === 'unknown' ? surfaceOfNames(catalog, [client, ...makers]) : around;
    },
    ofClient: (callee) => {
      const base = callee.kind === 'member' ? baseOf(clientOf(callee)) : null;
      const claim = surfaceOfClient(catalog, evaluator, callee, base);
      if (claim === 'foreign' || claim.surface !== 'unknown' || callee.kind !== 'member') return claim;
      return elsewhere(clientOf(callee), (reader, there) => reader.ofClient({ ...callee, object: there }));
    },
    ofAddress: (address, client, model) =>
      surfaceOfAddress(catalog, address, client === null ? null : baseOf(client), model),
    ofProvider: (via) => surfaceOfProvider(catalog, evaluator, via, baseOf),
  };
}

/** Places in another file mean nothing in this one. */
export const NOWHERE: Whereabouts = { lineOf: () => 0, blockOf: () => 0 };

/** The address that a client is made with; null where none is given. */
function baseOfClient(evaluator: Evaluator, client: Expression): string | null {
  for (const step of makersOf(evaluator, client).flatMap(chainOf)) {
    const base =
      connectedHost(evaluator, step) ?? baseIn(step.args.map(({ value }) => evaluator.evaluate(value)));
    if (base !== null) return base;
  }
  return null;
}

/** The surface of the package that a client is itself (`import google.generativeai as genai`); null for other clients. */
function surfaceOfPackage(catalog: Catalog, { scope }: Evaluator, client: Expression): SurfaceClaim | null {
  if (client.kind !== 'name') return null;
  const [value] = scope.bindingsOf(client.name, client.start).map((binding) => binding.value);
  const surface = value?.kind === 'import' ? surfaceOfModule(catalog, value.source) : null;
  return surface === null || value?.kind !== 'import'
    ? null
    : { surface: surface.id, evidence: { kind: 'import', detail: value.source } };
}

/** The surface that the names of a client and of what makes it speak for (`getVertexClient()`, `zenmux.NewClient(…)`). */
function surfaceOfNames(
  catalog: Catalog,
  clients: readonly Expression[],
  kind?: Surface['kind'],
): SurfaceClaim {
  for (const name of clients.flatMap(chainNames)) {
    const surface = surfaceOfName(catalog, name);
    if (surface !== null && (kind === undefined || surface.kind === kind))
      return { surface: surface.id, evidence: { kind: 'client', detail: name } };
  }
  return UNKNOWN_SURFACE;
}
