export * from './two';
