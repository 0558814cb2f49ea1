export * from './one';
