export * from './platform.ts';
export * from './accounts.ts';
export * from './regions.ts';
export * from './providers.ts';
export * from './programmes.ts';
export * from './results.ts';
export * from './search.ts';
export * from './catalogue.ts';
