import { defineConfig } from 'vitest/config';

// Pure functions: no file of theirs can leave anything to the next, so that a worker need not load
// the engine once more for each of a hundred files.
const PURE = ['app/_domain/**/*.test.ts', 'app/_engine/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { TIME_ZONE: 'UTC' },
    setupFiles: ['bin/property-tests.ts', 'bin/scan-guard.ts'],
    // Vitest would leave one processor to whoever is at the machine.
    maxWorkers: '100%',
    // A slow machine is to pass: nothing that goes well takes longer by that.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'desk',
          include: [
            'app/**/*.test.ts',
            'bin/**/*.test.ts',
            'bench/**/*.test.ts',
            'seeds/**/*.test.ts',
            'prisma/**/*.test.ts',
          ],
          exclude: PURE,
        },
      },
    ],
  },
});
