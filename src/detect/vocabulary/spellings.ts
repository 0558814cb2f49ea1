// The words that IDs are made of, beside the version. Data only.

/** The words that follow the version in spellings which gateways use. */
export const ALIAS_WORD =
  /^(?:fast|lite|pro|quality|standard|std|turbo|ultra|max|relaxed|premium|basic|normal|eco|flash|plus|mini|hd|hq|fhd|HD|4k|4K|1080p|720p|1080|720|\d{1,2}s|\d{1,2}x\d{1,2}|fl|landscape|portrait|vertical|horizontal|t2v|i2v|r2v|v2v|flf|flf2v|fflf|text2video|image2video|img2video|s|text|image|images|video|reference|references|ref|first|last|start|end|startend|keyframe|keyframes|frame|frames|to|component|components|ingredients?|extend|extension|interpolation|upscale|upsampler|audio|noaudio|silent|official|vip|multi|all|cl|free|beta|async|sync|unlimited|low|lower|high|priority|cheap)$/;

/** Words that only video models carry: with one of them even `veo_3_1_…` is no variable's name. */
export const TASK_WORD = /^(?:t2v|i2v|r2v|v2v|flf2v|interpolation|extension)$/;

/** The words of Google's own ID grammar, beside the version. */
export const OFFICIAL_WORD =
  /^(?:generate|preview|exp|experimental|fast|lite|pro|ultra|standard|quality|flash|turbo|latest|stable|\d{2,4})$/;

/** What every spelling of the catalog without `veo` holds, as it is written there. */
export const FOREIGN_NEEDLES: readonly string[] = [
  'google:2@',
  'google:3@',
  'google:gemini@',
  'gemini-omni',
  'omni-flash',
  'omni_flash',
  'omni-1',
];
