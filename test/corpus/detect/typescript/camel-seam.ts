import { removeOnlyUndefined, saveOptions } from './shared/objects.js';
import { createCoveoClient } from 'coveo-search-kit';

export const driveOpen = (path: string) => saveOptions(removeOnlyUndefined({ path }));
export const moveOver2 = 3;
export const resolveOne = (ids: readonly string[]) => ids[0];
export const liveOutboundCodec = 'h264';
export const camera = { brand: 'Veo', model: 'Veo Cam 3', site: 'https://www.veo.co/product/veo-cam-3' };
export const vendor = 'Veolia 2.0';
export const ship = 'Lenoveo-3000';
export const search = createCoveoClient({ org: 'coveo3-fast' });
export const eve = 'EVE Online 3.1';
