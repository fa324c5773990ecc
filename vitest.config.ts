import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', '**/node_modules/**'],
    // Generous, because a busy machine is no fault: no test measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A run is worth the same on any machine: no test may depend on the machine's own time zone.
    env: { TZ: 'UTC' },
  },
});
