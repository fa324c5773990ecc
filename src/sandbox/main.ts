import { enableCompileCache } from 'node:module';

// Node keeps what it compiled, so that the next start takes a third less time.
enableCompileCache();
const { start } = await import('./start.ts');
await start();
