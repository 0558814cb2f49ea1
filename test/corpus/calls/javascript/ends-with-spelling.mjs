// The address ends with a gateway's own name, and the body may have one as well.
export async function film({ prompt, seconds = 8, model = 'veo3.1' }) {
  const answer = await fetch('https://api.302.ai/302/submit/veo3-v2', {
    method: 'POST',
    body: JSON.stringify({ prompt, aspect_ratio: '16:9', model, duration: seconds?.toString() || '8' }),
  });
  return answer.json();
}

export async function animate(prompt, still) {
  return fetch('https://api.302.ai/302/submit/veo3-pro-frames', {
    method: 'POST',
    body: JSON.stringify({ prompt, image: still }),
  });
}

export async function state(id) {
  return fetch(`https://api.302.ai/302/submit/veo3-v2?id=${id}`);
}
