import card from './cards/veo-3.0-generate-001.json';
import { limits } from './limits/veo-2.0-generate-001';
import * as veo3 from 'mcp-veo3';
const legacy = require('./legacy/veo-3.0-fast-generate-001.js');

export const sample = 'renders/veo-3.1-generate-preview.mp4';
export const poster = `thumbs/veo-3.0-generate-001.jpg`;
export const notes = 'docs/veo-2.0-generate-001.md';
export const fixture = 'generated-video-gemini-veo-3.1-generate-preview.mp4';
export const used = { model: 'veo-2.0-generate-001', card, limits, veo3, legacy };
