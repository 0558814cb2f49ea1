export enum Engine {
  Quick = 'veo-3.1-fast-generate-preview',
  Fine = 'veo-3.1-generate-preview',
}
export enum Size {
  Hd = '720p',
}
