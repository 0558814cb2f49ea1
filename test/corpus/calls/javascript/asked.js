const url = window.prompt('Endpoint', 'https://api.segmind.com/v1/veo-3');

export async function run(words) {
  return axios.post(url, { prompt: words, aspect_ratio: '9:16', generate_audio: true });
}
