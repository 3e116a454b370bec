import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['app/**/*.test.ts', 'bin/**/*.test.ts', 'seeds/**/*.test.ts', 'prisma/**/*.test.ts'],
    setupFiles: ['bin/property-tests.ts'],
    testTimeout: 30_000,
  },
});
