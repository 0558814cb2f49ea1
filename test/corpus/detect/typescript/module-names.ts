import presets from 'veo-3.0-generate-001';
import 'veo-3.0-fast-generate-001';
export { sizes } from 'veo-2.0-generate-001';
const legacy = require("veo-3.0-generate-preview");
const lazy = () => import(`veo-3.1-generate-preview`);

export const used = { model: 'veo-3.0-generate-001', presets, legacy, lazy };
