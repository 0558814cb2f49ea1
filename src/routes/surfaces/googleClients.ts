// The clients of Google's own SDKs in one text, and to which of Google's surfaces each of them talks.
import type { Catalog } from '../../catalog/catalog.ts';
import type { SurfaceEvidence } from '../../detect/evidence.ts';
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import { once, remembered } from '../../once.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { type CallExpression, calledName, chainOf, type Expression } from '../values/expression.ts';
import { isScalar, optionsOf, type Result } from '../values/result.ts';
import { baseIn } from './address.ts';
import { agreed } from './claims.ts';
import { surfaceOfBase } from './clients.ts';

const GOOGLE_CLIENT =
  /^(?:GoogleGenAI|GoogleAI|GoogleGenAi|GoogleGenerativeAI|Client|NewClient|AsyncClient|GenAIClient|[bB]uilder)$/;

/** What a client is given its address by, without underscores and capitals. */
const ADDRESS_KEY = /^(?:baseurl|apiendpoint|endpoint|httpoptions|clientoptions)$/;

/** Where an offset of a program's text lies in its document. */
export interface Whereabouts {
  /** The 1-based line. */
  lineOf(offset: number): number;
  /** The fence, cell or script that it is from, by number. */
  blockOf(offset: number): number;
}

/** What a client is given, by keys without underscores and capitals. */
type Given = ReadonlyMap<string, Result>;

/** Answers for the clients that one text makes. */
export class GoogleClients {
  readonly #catalog: Catalog;
  readonly #evaluator: Evaluator;
  readonly #whereabouts: Whereabouts;
  readonly #claims = new Map<CallExpression, SurfaceClaim>();
  readonly #all = once(() => this.#find());
  readonly #byEnvironment = once(() => this.#readEnvironment());

  constructor(catalog: Catalog, evaluator: Evaluator, whereabouts: Whereabouts) {
    this.#catalog = catalog;
    this.#evaluator = evaluator;
    this.#whereabouts = whereabouts;
  }

  /** Whether a call makes a client, or a step of its chain does. */
  isOne(call: CallExpression): boolean {
    return chainOf(call).some(({ callee }) =>
      [calledName(callee), ...namesHeldBy(this.#evaluator, callee)].some((name) => GOOGLE_CLIENT.test(name)),
    );
  }

  /** What all of some clients talk to. */
  surfaceOf(calls: readonly CallExpression[]): SurfaceClaim {
    return agreed(calls.map((call) => remembered(this.#claims, call, () => this.#claimOf(call))));
  }

  /** What the clients of the text talk to; where they differ, those of the block around an offset. */
  surfaceAround(offset: number): SurfaceClaim {
    const all = this.surfaceOf(this.#all());
    if (all.surface !== 'unknown') return all;
    const { blockOf } = this.#whereabouts;
    const block = blockOf(offset);
    return this.surfaceOf(this.#all().filter(({ start }) => blockOf(start) === block));
  }

  #find(): readonly CallExpression[] {
    const { calls, lowering } = this.#evaluator.program;
    return calls.flatMap(({ node }) => {
      const call = lowering.expression(node);
      const parent = node.parent === null ? undefined : lowering.table.rules[node.parent.type]?.as;
      return call.kind === 'call' &&
        parent !== 'member' &&
        parent !== 'call' &&
        this.isOne(call) &&
        /genai|google|vertex|client\.builder/i.test(lowering.text.slice(call.start, call.start + 60))
        ? [call]
        : [];
    });
  }

  #claimOf(call: CallExpression): SurfaceClaim {
    const { text } = this.#evaluator.program.lowering;
    const line = this.#whereabouts.lineOf(call.start);
    const given = givenTo(this.#evaluator, call);
    // Whoever answers at an address of its own is not Google, whatever else the client is told.
    const address = baseIn([...given].flatMap(([key, value]) => (ADDRESS_KEY.test(key) ? [value] : [])));
    if (address !== null && surfaceOfBase(this.#catalog, address) === 'foreign') return UNKNOWN_SURFACE;
    const setting = byFlags(given) ?? byBackend(withoutComments(text.slice(call.start, call.end)));
    if (setting !== null) return atLine(setting, line);
    const base = baseIn(given.values());
    if (base !== null) {
      const claim = surfaceOfBase(this.#catalog, base);
      return claim === 'foreign' ? UNKNOWN_SURFACE : atLine(claim, line);
    }
    const keyed = byKeys(given);
    return keyed === null ? this.#byEnvironment() : atLine(keyed, line);
  }

  /** What the text sets for every client that is told nothing. */
  #readEnvironment(): SurfaceClaim {
    const { text } = this.#evaluator.program.lowering;
    const read = (pattern: RegExp, surface: string, name?: string): SurfaceClaim | null => {
      const found = pattern.exec(text);
      if (found === null) return null;
      const evidence: SurfaceEvidence = { kind: 'environment', detail: name ?? found[1] ?? '' };
      return atLine({ surface, evidence }, this.#whereabouts.lineOf(found.index));
    };
    return (
      read(SETS_VERTEX, 'vertex-ai', 'GOOGLE_GENAI_USE_VERTEXAI') ??
      read(SETS_KEY, 'gemini-api') ??
      read(READS_KEY, 'gemini-api') ??
      UNKNOWN_SURFACE
    );
  }
}

const SETS_VERTEX =
  /^(?![ \t]*(?:#|\/\/|\*|--)).*GOOGLE_GENAI_USE_(?:VERTEXAI|ENTERPRISE)["'\]\s,)=:]*["']?(?:true|1)\b/im;
const SETS_KEY = /environ\[\s*["']((?:GEMINI|GOOGLE)_API_KEY)["']\s*\]\s*=/;

/** A key that only the Gemini API takes: a text that reads it is about that one. */
const READS_KEY = /(?:getenv|environ(?:\.get)?|Getenv|process\.env)[(.[]\s*["']?(GEMINI_API_KEY)\b/;

/** A claim with the line that shows it. */
const atLine = ({ surface, evidence }: SurfaceClaim, line: number): SurfaceClaim => ({
  surface,
  evidence: evidence && { ...evidence, line },
});

const claimed = (surface: string, detail: string): SurfaceClaim => ({
  surface,
  evidence: { kind: 'setting', detail },
});

function givenTo(evaluator: Evaluator, call: CallExpression): Given {
  const given = new Map<string, Result>();
  const take = (key: string, value: Result): void =>
    void given.set(key.replaceAll('_', '').toLowerCase(), value);
  for (const { callee, args } of chainOf(call)) {
    for (const { name, value } of args) {
      const evaluated = evaluator.evaluate(value);
      if (name !== null) {
        take(name, evaluated);
        continue;
      }
      for (const option of optionsOf(evaluated))
        if (option.kind === 'object') for (const [key, entry] of option.entries) take(key, entry);
      if (args.length === 1) take(calledName(callee), evaluated);
    }
  }
  return given;
}

/** By what turns Vertex AI on or off; unknown where that is set at run time, null where nothing is said. */
function byFlags(given: Given): SurfaceClaim | null {
  for (const name of ['vertexai', 'enterprise']) {
    const value = given.get(name);
    if (value === undefined) continue;
    if (!isScalar(value)) return UNKNOWN_SURFACE;
    const isOn = value.value === true || value.value === 'true' || value.value === 1;
    if (isOn) return claimed('vertex-ai', `${name}=true`);
    if (name === 'vertexai') return claimed('gemini-api', 'vertexai=false');
  }
  return null;
}

function byBackend(source: string): SurfaceClaim | null {
  if (/Backend(?:\.|::)?_?Vertex/i.test(source)) return claimed('vertex-ai', 'backend Vertex AI');
  return /Backend(?:\.|::)?_?Gemini/i.test(source) ? claimed('gemini-api', 'backend Gemini API') : null;
}

function byKeys(given: Given): SurfaceClaim | null {
  const places = ['project', 'location'].filter((key) => given.has(key));
  if (places.length === 2) return claimed('vertex-ai', places.join(', '));
  if (given.has('apikey')) return claimed('gemini-api', 'apiKey');
  const [place] = places;
  return place === undefined ? null : claimed('vertex-ai', place);
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

/** A stretch of code without the remarks at the ends of its lines, which may speak of another way to do it. */
const withoutComments = (source: string): string => source.replace(/(?:^|[\s,;])(?:\/\/|#).*$/gm, '');
