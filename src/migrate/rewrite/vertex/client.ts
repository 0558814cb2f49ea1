// The client of a request that moves to Vertex AI, whatever its language: one of it, and no other work for it.
import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Change } from '../change.ts';
import { says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { shared } from '../sdkRequest.ts';
import { CLIENT, OTHER_WORK, SEVERAL, WAITS } from './reasons.ts';

export interface Client {
  /** As it is written: `ai`, `this.client`. */
  readonly name: string;
  readonly made: SyntaxNode;
  /** Where the name means this client. */
  readonly scope: SyntaxNode;
}

export interface Use {
  readonly node: SyntaxNode;
  /** What is read from the client: `models.generateVideos`. */
  readonly path: string;
}

/** The one place where the client of a call is made. @throws NotUnderstood */
export function onlyOne([one, another]: readonly Client[]): Client {
  if (one === undefined) refuse(CLIENT);
  if (another !== undefined) refuse(SEVERAL);
  return one;
}

/** The client may do this work only, or that of requests that move as well. @throws NotUnderstood */
export function workOf(uses: readonly Use[], call: SyntaxNode, work: RegExp, request: string): Change {
  for (const { path } of uses) if (!work.test(path)) refuse(path === '' ? CLIENT : OTHER_WORK);
  if (!uses.some(({ path }) => path.startsWith('operations.'))) refuse(WAITS);
  const requests = uses.filter(({ path }) => path === request).map(({ node }) => node);
  return shared(requests, call, OTHER_WORK);
}

/** Whether an address of a video is read by a member of this name: without a bucket there is none. */
export const readsAddress = (scope: SyntaxNode, member: string, text: string): boolean =>
  [...descendants(scope)].some((node) => says(childAt(node, member), text) === 'uri');
