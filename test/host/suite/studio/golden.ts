// Files before and after a quick fix.

/** Two dead IDs of Vertex AI and one of the Gemini API, which no changed string can mend. */
export const BEFORE = `models:
  film: vertex_ai/veo-3.0-generate-001
  clip: vertex_ai/veo-3.1-fast-generate-preview
  loop: gemini/veo-3.1-generate-preview
`;

export const ONE_REPLACED = `models:
  film: vertex_ai/veo-3.1-generate-001
  clip: vertex_ai/veo-3.1-fast-generate-preview
  loop: gemini/veo-3.1-generate-preview
`;

export const ALL_REPLACED = `models:
  film: vertex_ai/veo-3.1-generate-001
  clip: vertex_ai/veo-3.1-fast-generate-001
  loop: gemini/veo-3.1-generate-preview
`;

export const SUPPRESSED = `models:
  film: vertex_ai/veo-3.0-generate-001
  clip: vertex_ai/veo-3.1-fast-generate-preview
  # veo-audit-ignore shut-down-model until 2026-12-24 -- moves with the new player
  loop: gemini/veo-3.1-generate-preview
`;

/** Nobody but the author knows the surface. */
export const OPEN_BEFORE = `export const MODEL = 'veo-3.1-generate-preview';\n`;
export const OPEN_AFTER = `export const MODEL = 'veo-3.1-generate-001';\n`;

/** An ID that never was, on a surface that is known. */
export const UNKNOWN_BEFORE = `model: vertex_ai/veo-3.1-generate\n`;
export const UNKNOWN_AFTER = `model: vertex_ai/veo-3.1-generate-001\n`;
