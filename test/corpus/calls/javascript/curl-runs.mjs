import { execFile, spawnSync } from 'node:child_process';

const api = 'https://generativelanguage.googleapis.com/v1beta/';
const url = `${api.trimEnd()}models/veo-3.1-generate-preview:predictLongRunning`;

export const clip = (prompt, done) => {
  const body = { instances: [{ prompt }], parameters: { durationSeconds: 6, aspectRatio: '16:9' } };
  execFile('curl', ['-sS', '-X', 'POST', url, '-H', `x-goog-api-key: ${process.env.KEY}`, '-d', JSON.stringify(body)], done);
};

export const fromFile = (path) => spawnSync('curl', ['-s', url, '--data', `@${path}`]);
