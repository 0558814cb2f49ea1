const id = 'r-1';
export const status = `https://queue.fal.run/fal-ai/veo3.1/fast/image-to-video/requests/${id}/status`;
export const hook = `https://queue.fal.run/fal-ai/veo3?fal_webhook=https://studio.test/api/veo3/done`;
export const quoted = "POST https://fal.run/fal-ai/veo2/image-to-video failed";
export const list = [{ endpoint_id: 'fal-ai/veo3.1/fast/extend-video' }, { endpoint: 'fal-ai/veo3.1/reference-to-video' }];
export const cheap = process.env.FAL_MODEL || "fal-ai/veo3.1/lite/first-last-frame-to-video";
export const asset = 'https://v3.fal.media/files/veo3/clip-veo3.1.mp4';
