const { GoogleGenAI } = require('@google/genai');
const { MODEL, seconds } = require('./shared.cjs');
const whole = require('./shared.cjs');

const ai = new GoogleGenAI({ vertexai: true, project: 'reels', location: 'us-central1' });

exports.one = (prompt) => ai.models.generateVideos({ model: MODEL, prompt, config: { durationSeconds: seconds } });
exports.two = (prompt) => ai.models.generateVideos({ model: whole.MODEL, prompt });
