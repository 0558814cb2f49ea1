// Where a request goes, with the evidence: client construction, imports, hosts, prefixes, environment.
import type { Catalog } from '../catalog/catalog.ts';
import type { Surface } from '../catalog/types.ts';
import type { SurfaceEvidence } from '../detect/evidence.ts';
import { hostOf } from '../detect/places.ts';
import { type SurfaceClaim, surfaceOfHost, surfaceOfId, UNKNOWN_SURFACE } from '../detect/surface.ts';
import { once, remembered } from '../once.ts';
import { surfaceOfBase, surfaceOfClient, surfaceOfModule, surfaceOfName } from './clients.ts';
import { makersOf } from './makers.ts';
import type { NamedModel } from './models.ts';
import { clientOf } from './requests/clientOf.ts';
import { connectedHost } from './values/addresses.ts';
import { leadsTo } from './values/elsewhere.ts';
import type { Evaluator } from './values/evaluate.ts';
import {
  type CallExpression,
  calledName,
  chainNames,
  chainOf,
  type Expression,
} from './values/expression.ts';
import { flatten, HOLE, isScalar, optionsOf, type Result } from './values/result.ts';

const GOOGLE_CLIENT =
  /^(?:GoogleGenAI|GoogleAI|GoogleGenAi|GoogleGenerativeAI|Client|NewClient|AsyncClient|GenAIClient|[bB]uilder)$/;

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

/** Where an offset of a program's text lies in its document. */
export interface Whereabouts {
  /** The 1-based line. */
  lineOf(offset: number): number;
  /** The fence, cell or script that it is from, by number. */
  blockOf(offset: number): number;
}

/** Reads what one text shows of surfaces. */
export function createSurfaceReader(
  catalog: Catalog,
  evaluator: Evaluator,
  { lineOf, blockOf }: Whereabouts,
): SurfaceReader {
  const { program } = evaluator;
  const { text } = program.lowering;

  const makers = (expression: Expression): readonly CallExpression[] => makersOf(evaluator, expression);

  const isGoogleClient = (call: CallExpression): boolean =>
    chainOf(call).some((one) =>
      [calledName(one.callee), ...namesHeldBy(evaluator, one.callee)].some((name) =>
        GOOGLE_CLIENT.test(name),
      ),
    );

  const claims = new Map<CallExpression, SurfaceClaim>();
  const googleClaim = (call: CallExpression): SurfaceClaim =>
    remembered(claims, call, () => claimOfGoogle(call));

  const claimOfGoogle = (call: CallExpression): SurfaceClaim => {
    const source = withoutComments(text.slice(call.start, call.end));
    const line = lineOf(call.start);
    const setting = (detail: string): SurfaceEvidence => ({ kind: 'setting', detail, line });
    const given = new Map<string, Result>();
    const take = (key: string, value: Result): void =>
      void given.set(key.replace(/[_]/g, '').toLowerCase(), value);
    for (const step of chainOf(call)) {
      const name = calledName(step.callee);
      for (const arg of step.args) {
        const evaluated = evaluator.evaluate(arg.value);
        if (arg.name !== null) take(arg.name, evaluated);
        else {
          for (const option of optionsOf(evaluated))
            if (option.kind === 'object') for (const [key, value] of option.entries) take(key, value);
          if (step.args.length === 1) take(name, evaluated);
        }
      }
    }
    const flag = (name: string): boolean | 'unseen' | null => {
      const value = given.get(name);
      if (value === undefined) return null;
      return isScalar(value) ? value.value === true || value.value === 'true' || value.value === 1 : 'unseen';
    };
    for (const name of ['vertexai', 'enterprise']) {
      const set = flag(name);
      const spelled = name === 'vertexai' ? 'vertexai' : 'enterprise';
      if (set === true) return { surface: 'vertex-ai', evidence: setting(`${spelled}=true`) };
      if (set === 'unseen') return UNKNOWN_SURFACE;
      if (set === false && name === 'vertexai')
        return { surface: 'gemini-api', evidence: setting('vertexai=false') };
    }
    if (/Backend(?:\.|::)?_?Vertex/i.test(source))
      return { surface: 'vertex-ai', evidence: setting('backend Vertex AI') };
    if (/Backend(?:\.|::)?_?Gemini/i.test(source))
      return { surface: 'gemini-api', evidence: setting('backend Gemini API') };
    const base = baseIn(given);
    if (base !== null) {
      const claim = surfaceOfBase(catalog, base);
      return claim === 'foreign'
        ? UNKNOWN_SURFACE
        : { ...claim, evidence: claim.evidence && { ...claim.evidence, line } };
    }
    if (given.has('project') && given.has('location'))
      return { surface: 'vertex-ai', evidence: setting('project, location') };
    if (given.has('apikey')) return { surface: 'gemini-api', evidence: setting('apiKey') };
    if (given.has('project') || given.has('location'))
      return { surface: 'vertex-ai', evidence: setting(given.has('project') ? 'project' : 'location') };
    return byEnvironment();
  };

  /** What the text sets for every client that is told nothing. */
  const byEnvironment = once((): SurfaceClaim => {
    const env =
      /^(?![ \t]*(?:#|\/\/|\*|--)).*GOOGLE_GENAI_USE_(?:VERTEXAI|ENTERPRISE)["'\]\s,)=:]*["']?(?:true|1)\b/im.exec(
        text,
      );
    if (env !== null)
      return {
        surface: 'vertex-ai',
        evidence: { kind: 'environment', detail: 'GOOGLE_GENAI_USE_VERTEXAI', line: lineOf(env.index) },
      };
    const key = /environ\[\s*["']((?:GEMINI|GOOGLE)_API_KEY)["']\s*\]\s*=/.exec(text);
    return key === null
      ? UNKNOWN_SURFACE
      : {
          surface: 'gemini-api',
          evidence: { kind: 'environment', detail: key[1] ?? '', line: lineOf(key.index) },
        };
  });

  const agreed = (claims: readonly SurfaceClaim[]): SurfaceClaim => {
    const [first] = claims;
    return first !== undefined && claims.every((claim) => claim.surface === first.surface)
      ? first
      : UNKNOWN_SURFACE;
  };

  const allGoogleClients = once((): readonly CallExpression[] =>
    program.calls.flatMap(({ node }) => {
      const call = program.lowering.expression(node);
      const parent = node.parent === null ? undefined : program.lowering.table.rules[node.parent.type]?.as;
      return call.kind === 'call' &&
        parent !== 'member' &&
        parent !== 'call' &&
        isGoogleClient(call) &&
        /genai|google|vertex|client\.builder/i.test(text.slice(call.start, call.start + 60))
        ? [call]
        : [];
    }),
  );

  const ofAllGoogleClients = once(() => agreed(allGoogleClients().map(googleClaim)));

  /** Where the clients of a document differ, those of one block may agree. */
  const ofBlock = (block: number): SurfaceClaim =>
    agreed(allGoogleClients().flatMap((call) => (blockOf(call.start) === block ? [googleClaim(call)] : [])));

  const baseOf = (client: Expression): string | null => {
    for (const call of makers(client)) {
      for (const step of chainOf(call)) {
        const host = connectedHost(evaluator, step);
        if (host !== null) return host;
        for (const arg of step.args) {
          const found = textsIn(evaluator.evaluate(arg.value)).find(
            (one) => /^https?:\/\//.test(one) || /googleapis\.com/.test(one),
          );
          if (found !== undefined) return found;
        }
      }
    }
    return null;
  };

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

  return {
    baseOf,
    onlyGateway: once(() => {
      const [only, ...others] = catalog.gatewaysIn(text);
      return only === undefined || others.length > 0 ? null : `https://${only.host}`;
    }),
    ofGoogleClient: (client) => {
      const found = makers(client).filter(isGoogleClient);
      if (found.length > 0) {
        const claim = agreed(found.map(googleClaim));
        // What is set at run time stays open; a gateway's own client may be made like Google's.
        return claim.surface === 'unknown' ? surfaceOfNames(catalog, [client, ...found], 'gateway') : claim;
      }
      const imported = surfaceOfPackage(catalog, evaluator, client);
      if (imported !== null) return imported;
      const foreign = elsewhere(client, (reader, there) => reader.ofGoogleClient(there));
      if (foreign !== 'foreign' && foreign.surface !== 'unknown') return foreign;
      const all = ofAllGoogleClients();
      const shown = all.surface === 'unknown' ? ofBlock(blockOf(client.start)) : all;
      return shown.surface === 'unknown' ? surfaceOfNames(catalog, [client, ...makers(client)]) : shown;
    },
    ofClient: (callee) => {
      const base = callee.kind === 'member' ? baseOf(clientOf(callee)) : null;
      const claim = surfaceOfClient(catalog, evaluator, callee, base);
      if (claim === 'foreign' || claim.surface !== 'unknown' || callee.kind !== 'member') return claim;
      return elsewhere(clientOf(callee), (reader, there) => reader.ofClient({ ...callee, object: there }));
    },
    ofAddress: (address, client, model) =>
      surfaceOfAddress(catalog, address, client === null ? null : baseOf(client), model),
    ofProvider: (via) => {
      const root = chainNames(via.callee)[0] ?? '';
      const named = (name: string, depth: number): SurfaceClaim | 'foreign' => {
        for (const { value } of evaluator.scope.bindingsOf(name, via.start)) {
          if (value.kind === 'import') {
            const surface = surfaceOfModule(catalog, value.source);
            if (surface !== null)
              return {
                surface: surface.id,
                evidence: { kind: 'provider', detail: `${root} (${value.source})` },
              };
          }
          if (value.kind === 'call' && depth < 4) {
            const base = baseOf(value);
            if (base !== null) {
              return surfaceOfBase(catalog, base);
            }
            const inner = chainNames(value.callee)[0];
            if (inner !== undefined && inner !== name) return named(inner, depth + 1);
          }
        }
        return UNKNOWN_SURFACE;
      };
      const claim = named(root, 0);
      if (claim === 'foreign' || claim.surface !== 'unknown') return claim;
      if (/vertex/i.test(root)) return { surface: 'vertex-ai', evidence: { kind: 'provider', detail: root } };
      return /^google(?:ai|genai)?$/i.test(root)
        ? { surface: 'gemini-api', evidence: { kind: 'provider', detail: root } }
        : UNKNOWN_SURFACE;
    },
  };
}

/** Places in another file mean nothing in this one. */
const NOWHERE: Whereabouts = { lineOf: () => 0, blockOf: () => 0 };

/** A claim that another file makes, without the line that it stands in there. */
function madeIn(source: string, { surface, evidence }: SurfaceClaim): SurfaceClaim {
  if (evidence === null) return { surface, evidence };
  const { kind, detail, file = source } = evidence;
  return { surface, evidence: { kind, detail, file } };
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

/** `const Maker = sdk.GoogleAI ?? sdk.GoogleGenAI`: the members that a called name may stand for. */
function namesHeldBy({ scope }: Evaluator, callee: Expression): readonly string[] {
  if (callee.kind !== 'name') return [];
  const membersOf = (value: Expression): readonly string[] =>
    value.kind === 'member'
      ? [value.name]
      : value.kind === 'fallback'
        ? [...membersOf(value.first), ...membersOf(value.second)]
        : [];
  return scope.bindingsOf(callee.name, callee.start).flatMap(({ value }) => membersOf(value));
}

/** The base URL among what a client is made with; null where none is given. */
function baseIn(given: ReadonlyMap<string, Result>): string | null {
  for (const value of given.values()) {
    const found = textsIn(value).find((text) => /^https?:\/\/|googleapis\.com/.test(text));
    if (found !== undefined) return found;
  }
  return null;
}

/** A stretch of code without the remarks at the ends of its lines, which may speak of another way to do it. */
const withoutComments = (source: string): string => source.replace(/(?:^|[\s,;])(?:\/\/|#).*$/gm, '');

/** The surface that an address names; `base` is what a client puts before it. */
export function surfaceOfAddress(
  catalog: Catalog,
  address: Result,
  base: string | null,
  model: NamedModel,
): SurfaceClaim {
  for (const option of optionsOf(address)) {
    const own = flatten(option) ?? '';
    const full =
      own.includes('://') || base === null ? own : `${base.replace(/\/$/, '')}/${own.replace(/^\//, '')}`;
    const host = hostOf(full.replaceAll(HOLE, '…'));
    const surface = host === null ? undefined : surfaceOfHost(catalog, host);
    if (surface !== undefined && host !== null)
      return { surface: surface.id, evidence: { kind: 'host', detail: host } };
    const before = full.slice(0, Math.max(0, full.indexOf(model.id ?? ':predictLongRunning')));
    const claim = surfaceOfId(catalog, before, null);
    if (claim.surface !== 'unknown') return claim;
    if (/aiplatform\.googleapis\.com/.test(full))
      return { surface: 'vertex-ai', evidence: { kind: 'host', detail: 'aiplatform.googleapis.com' } };
  }
  return UNKNOWN_SURFACE;
}

/** Every text in a value, at any depth. */
export function textsIn(value: Result, depth = 0): readonly string[] {
  if (depth > 5) return [];
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'text':
      return [flatten(value) ?? ''];
    case 'choice':
      return value.options.flatMap((option) => textsIn(option, depth + 1));
    case 'object':
      return [...value.entries.values()].flatMap((one) => textsIn(one, depth + 1));
    case 'list':
      return value.items.flatMap((one) => textsIn(one, depth + 1));
    default:
      return [];
  }
}
