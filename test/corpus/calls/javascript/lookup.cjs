const { GoogleGenAI } = require("@google/genai");

const MODELS = {
  fast: "veo-3.0-fast-generate-001",
  standard: "veo-3.0-generate-001",
  v2: "veo-2.0-generate-001",
};
const SIZES = { sd: "720p", hd: "1080p" };

const vertexClient = new GoogleGenAI({
  vertexai: true,
  project: process.env.GOOGLE_CLOUD_PROJECT,
  location: process.env.GOOGLE_CLOUD_LOCATION || "us-central1",
});

function byKey(prompt) {
  return vertexClient.models.generateVideos({
    model: MODELS.fast,
    prompt,
    config: { resolution: SIZES.hd, durationSeconds: 8, generateAudio: true },
  });
}

async function withFallback(prompt) {
  let last;
  for (const model of [MODELS.standard, MODELS.v2]) {
    try {
      return await vertexClient.models.generateVideos({ model, prompt, config: { numberOfVideos: 4 } });
    } catch (e) { last = e; }
  }
  throw last;
}

function tier(prompt, { tier = "fast", model = MODELS[tier] || MODELS.standard } = {}) {
  return vertexClient.models.generateVideos({ model, prompt, config: { seed: 7 } });
}

module.exports = { byKey, withFallback, tier };
