// Addresses of a gateway that end with its own name of the model.
const SUBMIT = 'https://api.302.ai/302/submit/veo3-v2';
const FRAMES = `https://api.302.ai/302/submit/veo3-pro-frames`;
const ASKED = 'https://api.302.ai/302/submit/veo3-fast?wait=1';

// Pages, files and hosts that nobody knows.
const DOC = 'https://api.302.ai/docs/veo3-v2';
const FILE = 'https://api.302.ai/302/submit/veo3-v2.mp4';
const SITE = 'https://films.example.com/302/submit/veo3-v2';
const DEEPER = 'https://api.302.ai/302/submit/veo3-v2/history';

const PATHS = [
  'kling/v3.0/text-to-video',
  'google/veo3/text-to-video',
  'google/veo-3.1/image-to-video',
  'openai/sora2/text-to-video',
];
// A page of a site and a file below a folder.
const page = '/google/veo3/text-to-video';
const still = './google/veo3/text-to-video/still.png';
