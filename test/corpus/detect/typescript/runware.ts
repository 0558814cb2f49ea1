export const clip = { positivePrompt: 'a boat', model: 'google:3@2', width: 1280 };
// Fast is google:3@3, the old one google:2@0.
export const omni = ['google:gemini@omni-flash', 'google/gemini-omni-1.1-flash/text-to-video'];
export const others = ['google:4@2', 'google:3@22', 'bytedance:seedance@2.0', 'xgoogle:3@2'];
