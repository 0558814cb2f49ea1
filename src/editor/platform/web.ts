// The web: no disk, no threads of our own; everything through the editor.
import type { Platform } from './types.ts';
import { scanVirtualFolder } from './virtualFiles.ts';

export const platform: Platform = { name: 'web', scanFolder: scanVirtualFolder };
