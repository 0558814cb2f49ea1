// chat-endpoint: a video model sent to a chat call, which has no job to wait for and no video to return.
import type { SurfaceId } from '../../catalog/types.ts';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { Route } from '../../routes/types.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { inSentence, subject } from '../wording.ts';
import { headOf } from './requestPlaces.ts';

/** Where a surface makes videos. Relays that answer a chat call with a link to a video are not among them. */
const VIDEO_ENDPOINTS: Readonly<Record<SurfaceId, string>> = {
  'gemini-api': 'models/ID:predictLongRunning',
  'vertex-ai': 'models/ID:predictLongRunning',
  litellm: '/v1/videos',
  openrouter: '/api/v1/videos',
  'new-api': '/v1/videos',
  flatkey: '/v1/videos',
  lovable: '/v1/videos',
  aimlapi: '/v2/video/generations',
  runway: '/v1/text_to_video',
};

/** Software that many relays run: behind its own spellings there may be one that chats. */
const ANY_RELAY: ReadonlySet<SurfaceId> = new Set(['unknown', 'new-api', 'flatkey']);

export const chatEndpoint: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'chat-endpoint',
    severity: 'warning',
    summary: 'A Veo model is sent to a chat-completions call, which makes no videos.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    const wrong = context.routes.filter(
      (route) => route.shape === 'chat-completions' && isWrong(route, context),
    );
    for (const request of requestsIn(wrong)) {
      const [route] = request;
      const endpoint = VIDEO_ENDPOINTS[route.surface];
      const where = route.surface === 'unknown' ? '' : ` on ${inSentence(context.catalog, route.surface)}`;
      const advice = endpoint === undefined ? 'a video endpoint' : endpoint;
      yield {
        ...headOf(context.document.text, route),
        message: `${subject(request, 'makes')} videos, but a chat call returns none. Send it to ${advice}${where} and poll the job.`,
        fix: null,
      };
    }
  },
};

/** A vendor's spelling (`google/veo-3.1`), which routers use that make videos at an endpoint for videos. */
const isVendors = (model: string, surface: SurfaceId): boolean =>
  surface === 'unknown' && /^google\/veo-?\d/i.test(model);

function isWrong({ model, surface }: Route, { catalog }: DocumentContext): boolean {
  if (model === null) return false;
  const known = catalog.model(model);
  // Omni is no Veo: it answers in a conversation.
  const family = known?.family ?? catalog.aliases(model)[0]?.family;
  if (family?.startsWith('veo') === false) return false;
  if (ANY_RELAY.has(surface)) return known !== undefined || isVendors(model, surface);
  return Object.hasOwn(VIDEO_ENDPOINTS, surface);
}
