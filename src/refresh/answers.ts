// Where answers come from: the network, after a yes, or files that were saved before.
import { FetchCatalogError, type FetchOptions, fetchCatalog } from '../gateway/fetchCatalog.ts';
import type { Answer } from './refresh.ts';
import type { Reader } from './types.ts';

/** Asks every source at once, over https and within the limits of all that is fetched. */
export function fetchedAnswers(
  readers: readonly Reader[],
  options: Pick<FetchOptions, 'fetch' | 'timeoutMs' | 'maxBytes' | 'signal'>,
): Promise<readonly Answer[]> {
  return Promise.all(readers.map((reader) => fetchedAnswer(reader, options)));
}

async function fetchedAnswer(
  { name, url }: Reader,
  options: Pick<FetchOptions, 'fetch' | 'timeoutMs' | 'maxBytes' | 'signal'>,
): Promise<Answer> {
  const address = new URL(url);
  if (address.protocol !== 'https:') return { name, fault: 'its address is not https' };
  const accept = url.endsWith('.txt') ? 'text/markdown, text/plain' : 'application/json';
  try {
    return { name, text: await fetchCatalog(address, { ...options, accept }) };
  } catch (error) {
    if (!(error instanceof FetchCatalogError)) throw error;
    // What follows the first sentence is advice for addresses that a user gave.
    const [sentence = ''] = error.message.split(/\. (?=[A-Z])/);
    return { name, fault: sentence.replace(/\.$/, '') };
  }
}
