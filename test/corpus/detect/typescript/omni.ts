import { clip } from './gemini-omni-1.1-flash.js';

// gemini-omni-flash-preview gave way to gemini-omni-1.1-flash.
export const MODEL = 'gemini-omni-1.1-flash';
export const newest = { model: "models/gemini-omni-1.2-flash", preview: `gemini-omni-flash-preview` };
export const isOmni = (id: string) => id.startsWith('gemini-omni') || id.includes('gemini-omni-1');
export const next = `gemini-omni-${version}-flash`;
export const made = ['gemini-omni-1.1-flash.mp4', 'out/gemini-omni-1.1-flash/clip.mp4', './gemini-omni-1.1-flash'];
export const others = ['my-gemini-omni-1.1-flash', 'gemini-omni-1.1-flash-lite', 'gemini-omni', 'gpt-omni-1', 'gemini-omni-9-flash'];
export const page = 'https://ai.google.dev/gemini-api/docs/models/gemini-omni-1.1-flash';
const rate = price['gemini-omni-1.1-flash'].perSecond;
const gemini_omni_flash = 'omni-flash';
await fetch(`https://generativelanguage.googleapis.com/v1beta/models/gemini-omni-1.1-flash?key=${key}`);
