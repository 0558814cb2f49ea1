const VIDEO_MODELS = {
  'text-to-video': '/google/veo3.1-fast/text-to-video',
  extend: '/google/veo3.1/video-extend',
};
// Extend: google/veo3.1-fast/video-extend, google/veo3/video-extend
export const clip = createVeoProvider('acme/veo3'); // video
export const hero = createVeoProvider('acme/veo3_fast');
const page = '/google/veo3.1/text-to-video';
open('acme/veo3');
const MODEL = 'google/gemini-omni';
log('episode', 'gemini-omni-video');
