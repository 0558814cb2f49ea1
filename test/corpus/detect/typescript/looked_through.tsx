declare const VIDEO_MODELS: readonly { id: string }[];
declare const tabs: readonly { id: string }[];

export const fast = VIDEO_MODELS.filter((one) => one.id === 'veo-3.1-fast');
export const page = tabs.find((one) => one.id === 'veo3');
