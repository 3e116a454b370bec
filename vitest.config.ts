import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    env: { TIME_ZONE: 'UTC' },
    include: [
      'app/**/*.test.ts',
      'bin/**/*.test.ts',
      'bench/**/*.test.ts',
      'seeds/**/*.test.ts',
      'prisma/**/*.test.ts',
    ],
    setupFiles: ['bin/property-tests.ts', 'bin/scan-guard.ts'],
    // Vitest would leave one processor to whoever is at the machine.
    maxWorkers: '100%',
    // A slow machine is to pass: nothing that goes well takes longer by that.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
