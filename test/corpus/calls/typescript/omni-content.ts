const HOST = 'https://generativelanguage.googleapis.com/v1beta';

export async function animate(text: string, key: string) {
  const answer = await fetch(`${HOST}/models/gemini-omni-1.1-flash:generateContent`, {
    method: 'POST',
    headers: { 'x-goog-api-key': key },
    body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text }] }] }),
  });
  return answer.json();
}

export const describe = (text: string) =>
  fetch(`${HOST}/models/gemini-3-flash:generateContent`, { method: 'POST', body: JSON.stringify({ contents: [{ parts: [{ text }] }] }) });
