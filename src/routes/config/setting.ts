// Variables and settings: when a key with a value configures a model, and what the neighbours say about it.

import type { SurfaceClaim } from '../../detect/surface.ts';
import type { Reference } from '../../detect/types.ts';
import type { ModelFrom, Place } from '../types.ts';
import { makeRoute, modelOf } from './route.ts';
import { numberAt, placeOf, retry, secondsAt } from './stated.ts';
import { addressesIn, surfaceBeside } from './surfaceBeside.ts';
import type { Entry, Scalar } from './tree.ts';
import type { ConfigRoute, ConfigSource, Fallback, FormatReading } from './types.ts';

/** One variable: its name, its value, and the stretch that sets it. */
export interface Variable {
  readonly name: string;
  readonly namePlace: Place;
  readonly value: Scalar;
  readonly entry: Place;
}

/** A key whose last words name one model (`VEO_MODEL`, `video.engine`, `MODEL_ID`, `MODEL_FALLBACK`). */
const MODEL_KEY =
  /(?:^|[_.-])(?:model|engine|deployment)(?:[_.-](?:id|name|slug|version|default|primary|main|fallback|backup|secondary|draft|fast|lite|standard|quality|preview|final|prod|staging|dev|t2v|i2v))*$/i;

/** Words in a key that speak of models without choosing one. */
const NO_CHOICE =
  /(?:^|[_.-])(?:allow(?:ed|list)?|block(?:ed|list)?|den(?:y|ied)|disabled|deprecated|retired|legacy|old|prev(?:ious)?|former|supported|available|known|valid|price|prices|cost|label|title|display|description|note|comment|regex|pattern|prefix|suffix|tag|image|models|list|names|ids)(?:$|[_.-])/i;

/** Words that, with a whole ID of Google's as value, choose a model as well as the word itself does. */
const VEO_KEY =
  /(?:^|[_.-])veo(?:$|[_.\d-])|(?:^|[_.-])(?:fallback|primary|backup|secondary|draft)(?:$|[_.-])/i;

const URL_KEY = /(?:^|[_.-])(?:url|uri|endpoint|base|host|address|upstream)(?:$|[_.-])/i;

/** The model that a key with a value configures, or null: a list, a label, a price or a sentence configures none. */
export function configured(
  source: ConfigSource,
  key: string,
  value: Scalar,
): { reference: Reference; modelFrom: ModelFrom } | null {
  const reference = modelOf(source, value);
  const name = words(key);
  if (reference === null || NO_CHOICE.test(name)) return null;
  const before = source.document.text.slice(value.start, reference.start);
  const after = source.document.text.slice(reference.end, value.end);
  if (/^(?:https?:)?\/\//.test(before) || /^https?:\\?\/\\?\//.test(before)) {
    const posts = /^:\w+(?:\?\S*)?$/.test(after) || /^[\w/.-]*$/.test(after);
    return posts && (URL_KEY.test(name) || MODEL_KEY.test(name))
      ? { reference, modelFrom: 'environment' }
      : null;
  }
  const chooses = MODEL_KEY.test(name) || (VEO_KEY.test(name) && reference.kind === 'official');
  if (!chooses) return null;
  if (/^[\w@.:/-]*$/.test(before) && after === '') return { reference, modelFrom: 'environment' };
  // A template with the ID as its default: `${VEO_MODEL:-ID}`, `ENV.fetch("X", "ID")`, `coalesce(var.x, "ID")`.
  return /[${(?|]/.test(before) && /^[\])}%>|"'\s]*$/.test(after)
    ? { reference, modelFrom: 'default' }
    : null;
}

/** `veoModel` as `veo_Model`, so that one pattern reads every style. */
const words = (key: string): string => key.replace(/([a-z\d])([A-Z])/g, '$1_$2');

/** Reads the variables of one scope: the model each sets, what falls back to what, and the limits beside them. */
export function readVariables(
  variables: readonly Variable[],
  source: ConfigSource,
  modelFrom?: ModelFrom,
): FormatReading {
  const around = limitsOf(variables);
  const claim = surfaceSwitch(variables);
  const addresses = addressesIn(variables);
  // Scopes may share what an anchor brings: what tells them apart is where they begin, where they end and how long they are.
  const door = [variables[0]?.entry.start, variables.at(-1)?.entry.start, variables.length].join('-');
  const routes = variables.flatMap(({ name, namePlace, value, entry }): readonly ConfigRoute[] => {
    const found = configured(source, name, value);
    if (found === null) return [];
    return [
      makeRoute({
        reference: found.reference,
        modelFrom:
          found.modelFrom !== 'environment'
            ? found.modelFrom
            : name.startsWith('-')
              ? 'literal'
              : (modelFrom ?? 'environment'),
        entry,
        claim: surfaceBeside(name, addresses, source) ?? claim,
        name,
        namePlace,
        ...around,
        door,
        sameName: 'last',
      }),
    ];
  });
  return { routes, fallbacks: fallbacksOf(routes) };
}

/** The switch by which Google's SDKs choose between their two surfaces. */
function surfaceSwitch(variables: readonly Variable[]): SurfaceClaim | null {
  const found = variables.findLast(({ name }) => name === 'GOOGLE_GENAI_USE_VERTEXAI');
  if (found === undefined || !/^(?:true|1|false|0)$/i.test(found.value.text)) return null;
  const surface = /^(?:true|1)$/i.test(found.value.text) ? 'vertex-ai' : 'gemini-api';
  return { surface, evidence: { kind: 'environment', detail: `${found.name}=${found.value.text}` } };
}

/** A pair of key and scalar as a variable. */
export function variableOf({ key, keyPlace, value }: Entry): readonly Variable[] {
  if (value.kind !== 'scalar') return [];
  return [
    {
      name: key,
      namePlace: keyPlace,
      value,
      entry: { start: keyPlace.start, end: Math.max(value.end, keyPlace.end) },
    },
  ];
}

const FALLBACK_WORD = /^(?:fallback|backup|secondary)$/i;
const PRIMARY_WORD = /^(?:primary|default|main)$/i;

/** `VEO_FALLBACK_MODEL` is what `VEO_MODEL` falls back to. */
export function fallbacksOf(routes: readonly ConfigRoute[]): readonly Fallback[] {
  const parts = (name: string): readonly string[] => words(name).split(/[_.-]/);
  const core = (name: string): string =>
    parts(name)
      .filter((word) => !FALLBACK_WORD.test(word) && !PRIMARY_WORD.test(word) && !/^model$/i.test(word))
      .join('_')
      .toLowerCase();
  const isFallback = ({ name }: ConfigRoute): boolean =>
    parts(name ?? '').some((word) => FALLBACK_WORD.test(word));
  const primaries = routes.filter((route) => !isFallback(route));
  return routes.filter(isFallback).flatMap((route): readonly Fallback[] => {
    const own = core(route.name ?? '');
    const alone = own === '' && primaries.length === 1 ? primaries[0] : undefined;
    const from = primaries.find(({ name }) => core(name ?? '') === own) ?? alone;
    if (from === undefined || from.name === null || route.name === null) return [];
    return [
      {
        from: { name: from.name, ...placeOf(from.namePlace ?? from) },
        to: { name: route.name, ...placeOf(route.namePlace ?? route) },
        on: [],
        local: false,
      },
    ];
  });
}

/** Limits that variables state for Veo by their names; a bare number is only taken where the name says its unit. */
function limitsOf(
  variables: readonly Variable[],
): Pick<ConfigRoute, 'requestsPerMinute' | 'concurrency' | 'timeoutSeconds' | 'retries'> {
  const find = (pattern: RegExp): Scalar | undefined =>
    variables.find(({ name }) => /^veo/i.test(name) && pattern.test(words(name)))?.value;
  const attempts = numberAt(find(/(?:max|num)_?retries$|retry_(?:count|attempts)$/i));
  return {
    requestsPerMinute: numberAt(find(/requests_per_minute$|(?:^|_)rpm(?:_limit)?$/i)),
    concurrency: numberAt(find(/max_?concurren(?:t|cy)(?:_requests)?$|_concurrency$/i)),
    timeoutSeconds:
      secondsAt(find(/timeout_?(?:s|sec|secs|seconds)$/i)) ??
      secondsAt(find(/timeout_?(?:ms|millis)$/i), 0.001) ??
      withUnit(find(/timeout$/i)),
    retries: attempts === null ? [] : [retry(attempts, { attempts })],
  };
}

const withUnit = (value: Scalar | undefined): ConfigRoute['timeoutSeconds'] =>
  value === undefined || numberAt(value) !== null ? null : secondsAt(value);
