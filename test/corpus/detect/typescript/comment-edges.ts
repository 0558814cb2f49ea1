const url = 'https://example.test/a'; // veo-3.0-generate-001 after a URL with slashes
const notComment = "// veo-3.0-generate-001";
const regex = /\/\/ not a comment/; export const a = 'veo-2.0-generate-001';
const nested = `a ${ `b ${ 'veo-3.0-generate-001' } // veo-2.0-generate-001` }`;
const star = '/*'; const live = 'veo-3.1-generate-preview'; const end = '*/';
const half = 8 / 2; /* veo-3.0-fast-generate-001 */ const other = 'veo-3.0-fast-generate-001';
/**
 * Renders a clip.
 * @param model one of veo-3.1-generate-preview or `veo-3.1-fast-generate-preview`
 */
export function clip(model = 'veo-3.1-fast-generate-preview') { return [model, url, notComment, regex, nested, star, live, end, half, other]; }
