// LiteLLM's cost map: its own prices and spellings. It prices IDs that no surface ever had, so it proves no model.
import { UnreadableAnswerError } from '../../gateway/answer.ts';
import { parseLiteLlmModelInfo } from '../../gateway/litellm.ts';
import type { GatewayCatalog } from '../../gateway/types.ts';
import { idsIn } from '../modelIds.ts';
import { type Claim, type PriceClaim, type Reader, UnreadablePageError } from '../types.ts';
import { wordedDay } from '../wordedDay.ts';

const UPSTREAM = { gemini: 'gemini-api', vertex_ai: 'vertex-ai' } as const;

export const litellm: Reader = {
  name: 'litellm',
  file: 'litellm.json',
  url: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json',
  title: 'LiteLLM cost map',
  key: 'LITMAP',
  evidence: 'third-party',
  listsModels: false,
  read(text) {
    const { rows } = asPage(() => parseLiteLlmModelInfo(text));
    const own = rows.filter(({ label }) => idsIn(label).length > 0);
    if (own.length === 0) throw new UnreadablePageError('no key of it names a Veo model');
    return {
      claims: own.flatMap((row) => [...prices(row, 'litellm'), ...ends(row)]),
      unread: [],
      complete: null,
    };
  },
};

type Row = GatewayCatalog['rows'][number];

/** Parses a gateway's answer. @throws UnreadablePageError where it is none */
export function asPage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof UnreadableAnswerError)) throw error;
    // What follows the first sentence is advice for addresses that a user gave.
    const [sentence = ''] = error.message.split(/(?<=\.) /);
    const clause = sentence.replace(/\.$/, '');
    throw new UnreadablePageError(clause.charAt(0).toLowerCase() + clause.slice(1));
  }
}

/** The prices per second that a gateway gives for a spelling of its own. */
export function prices({ label, amounts }: Row, surface: 'litellm' | 'openrouter'): readonly PriceClaim[] {
  return amounts
    .filter(({ unit, currency, amount }) => unit === 'second' && currency === 'usd' && amount > 0)
    .map(({ key, amount, resolution, audio }) => ({
      kind: 'price',
      model: label,
      surface,
      resolution,
      audio,
      usd: amount,
      beside: wordsOfKey(key),
    }));
}

/** Words that a price's key is made of where it is the price of a second of a new video. */
const KEY = /^(?:output|cost|video|text|to|duration|seconds?|per|with|without|audio|cents|\d{3,4}p|4k)?$/;

/** The words of a key that may make it the price of something else; null where there are none. */
function wordsOfKey(key: string): string | null {
  const others = key
    .toLowerCase()
    .split(/[-_]/)
    .filter((word) => !KEY.test(word));
  return others.length === 0 ? null : others.join(' ');
}

function ends({ label, endsOn }: Row): readonly Claim[] {
  const [prefix, model] = label.split('/');
  const surface = Object.entries(UPSTREAM).find(([name]) => name === prefix)?.[1];
  if (endsOn === null || surface === undefined || model === undefined) return [];
  return [{ kind: 'lifecycle', model, surface, shutdown: wordedDay(endsOn) }];
}
