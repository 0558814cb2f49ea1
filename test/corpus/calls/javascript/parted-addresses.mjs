import https from 'node:https';

const options = {
  hostname: 'yunwu.ai',
  path: '/v1/video/create',
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
};

export function film(prompt, done) {
  const body = JSON.stringify({ model: 'veo3-fast', prompt });
  const request = https.request(options, done);
  request.write(body);
  request.end();
}

// A host that nobody knows, and a page of one that is known.
export function other(prompt, done) {
  const request = https.request({ host: 'films.example.com', path: '/v1/video/create', method: 'POST' }, done);
  request.write(JSON.stringify({ model: 'veo3-fast', prompt }));
  request.end();
}

export function page(done) {
  https.get({ hostname: 'yunwu.ai', path: '/models/veo3-fast' }, done).end();
}
