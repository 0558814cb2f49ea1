// Where a setting says that its model is asked: by the address beside it, or by a word in its own name.
import type { SurfaceClaim } from '../../detect/surface.ts';
import { surfaceOfUrl } from './route.ts';
import type { Scalar } from './tree.ts';
import type { ConfigSource } from './types.ts';

/** A key with its value, in the same mapping or file of variables. */
interface Neighbour {
  readonly name: string;
  readonly value: Scalar;
}

const ADDRESS_WORDS: ReadonlySet<string> = new Set(
  'base api url uri endpoint host hostname address root'.split(' '),
);
/** One of these makes a key an address; the others only stand beside them. */
const IS_ADDRESS: ReadonlySet<string> = new Set('url uri endpoint host hostname address base'.split(' '));
const MODEL_WORDS: ReadonlySet<string> = new Set('model id name engine default'.split(' '));
const NOT: ReadonlySet<string> = new Set('no non not without'.split(' '));

/** `veoModelId` gives `veo`, `model`, `id`. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

/** What is left of a key without the words that say what kind of value it has. */
const stemOf = (name: string, kind: ReadonlySet<string>): string =>
  wordsOf(name)
    .filter((word) => !kind.has(word))
    .join(' ');

/** The addresses of a mapping or a file of variables, by what is left of their keys. */
export type Addresses = ReadonlyMap<string, readonly Scalar[]>;

export function addressesIn(neighbours: readonly Neighbour[]): Addresses {
  const addresses = new Map<string, Scalar[]>();
  for (const { name, value } of neighbours) {
    if (!wordsOf(name).some((word) => IS_ADDRESS.has(word))) continue;
    const stem = stemOf(name, ADDRESS_WORDS);
    const known = addresses.get(stem);
    if (known === undefined) addresses.set(stem, [value]);
    else known.push(value);
  }
  return addresses;
}

/**
 * The surface of a model's setting. An address counts where its key is called as the model's is (`base_url` and `model`,
 * `VEO_BASE_URL` and `VEO_MODEL`); one of a host that nobody knows leaves the surface unknown. `path`: the keys above.
 */
export function surfaceBeside(
  name: string,
  addresses: Addresses,
  source: ConfigSource,
  path: readonly string[] = [],
): SurfaceClaim | null {
  const beside = addresses.get(stemOf(name, MODEL_WORDS)) ?? [];
  if (beside.length === 0) return byName([...path, name]);
  const claims = beside.map((value) => surfaceOfUrl(source, value.text));
  const [first = null] = claims;
  return claims.every((claim) => claim?.surface === first?.surface) ? first : null;
}

/** `VERTEX_VEO_MODEL`, `vertex.model`. Other words name a brand or a company, which may be asked in several places. */
function byName(keys: readonly string[]): SurfaceClaim | null {
  const words = keys.flatMap(wordsOf);
  const isVertex = words.some((word) => word === 'vertex' || word === 'vertexai');
  if (!isVertex || words.some((word) => NOT.has(word))) return null;
  return { surface: 'vertex-ai', evidence: { kind: 'setting', detail: keys.join('.') } };
}
