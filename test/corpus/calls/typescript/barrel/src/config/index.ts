export * from './models';
export { limits as LIMITS } from './limits';
export { default as REEL } from './reel';
