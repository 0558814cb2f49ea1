// OpenRouter's list of video models: its own prices, which are strings on the wire.
import { parseOpenRouterModels } from '../../gateway/openRouter.ts';
import { type Reader, UnreadablePageError } from '../types.ts';
import { asPage, prices } from './litellm.ts';

export const openrouterVideos: Reader = {
  name: 'openrouter-videos',
  file: 'openrouter-videos.json',
  url: 'https://openrouter.ai/api/v1/videos/models',
  title: 'OpenRouter list of video models',
  key: 'ORLIST',
  evidence: 'third-party',
  listsModels: false,
  read(text) {
    const { rows } = asPage(() => parseOpenRouterModels(text));
    const own = rows.filter(({ label }) => /^google\/(?:veo|gemini-omni)/.test(label));
    if (own.length === 0) throw new UnreadablePageError('it lists no Veo model of Google');
    return { claims: own.flatMap((row) => prices(row, 'openrouter')), unread: [], complete: null };
  },
};
