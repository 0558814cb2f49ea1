const BASE = 'https://api.laozhang.ai/v1';

const STILLS = { banana: 'gemini-2.5-flash-image', imagen: 'imagen-4' };
const FILMS = { fast: 'veo-3.1-fast', full: 'veo-3.1', sora: 'sora-2' };

async function still(name, model, prompt) {
  const answer = await fetch(`${BASE}/images/generations`, {
    method: 'POST',
    body: JSON.stringify({ model, prompt, n: 1 }),
  });
  return { name, ok: answer.ok };
}

async function film(name, model, prompt) {
  const answer = await fetch(`${BASE}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model, messages: [{ role: 'user', content: prompt }] }),
  });
  return { name, ok: answer.ok };
}

const results = [];
for (const [name, model] of Object.entries(STILLS)) results.push(await still(name, model, 'A watch'));
for (const [name, model] of Object.entries(FILMS)) {
  results.push(await film(name, model, 'Waves in the evening'));
}
// The names of the table are keys, and a count of its rows is no model.
for (const [name] of Object.entries(FILMS)) console.log(name);
console.log(Object.entries(FILMS).length, results.length);
