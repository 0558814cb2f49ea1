export const LANE_TO_MODEL = {
  cheap: 'google/veo-3.1-lite',
  premium_alt: 'google/veo-3.1',
};

export const labels = { hero_alt: 'google/veo-3.1', image: 'veo3_fast' };

export const IDS: Record<string, string> = {
  [VideoModel.VEO_2_IMAGE]: 'veo2/image-to-video',
  [VideoModel.VEO_3_TITLE]: 'veo3',
  [VideoField.TITLE]: 'veo3',
};

export const isLite = (raw: string): boolean =>
  raw === 'google/veo3.1-lite/start-end-frame-to-video' || raw === 'google/veo3.1/image-to-video';

job.setModel('veo31-fast-image2video');

export const steps = {
  'veo-1': { shot: 'harbour at dawn' },
};
row.update({ veo_job_uuid: 'veo-1', model: 'veo-1' });
