import { defineConfig } from 'vitest/config';

/** The page of the sandbox in a real browser: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/say-browser.ts'],
    // One browser at a time, so that a slow machine stays fast enough for the waits.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
});
