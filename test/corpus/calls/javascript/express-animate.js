import express from 'express';
import { GoogleGenAI } from '@google/genai';

const VIDEO_MODEL = process.env.VIDEO_MODEL || 'veo-3.0-fast-generate-001';
const app = express();
app.use(express.json());

const ai = process.env.GEMINI_API_KEY ? new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY }) : null;

app.post('/animate', async (req, res) => {
  if (!ai) return res.status(500).json({ error: 'GEMINI_API_KEY missing' });
  const jobs = [];
  for (const scene of req.body.scenes) {
    try {
      const operation = await ai.models.generateVideos({ model: VIDEO_MODEL, prompt: scene.text });
      jobs.push({ scene: scene.id, op: operation.name });
    } catch (err) {
      jobs.push({ scene: scene.id, error: String(err) });
    }
  }
  res.json({ jobs });
});

app.post('/animate/custom', async (req, res) => {
  const { model, prompt, seconds } = req.body;
  const operation = await ai.models.generateVideos({ model, prompt, config: { durationSeconds: Number(seconds) } });
  res.json({ op: operation.name });
});

app.listen(3000);
