import { defineConfig } from 'playwright/test';

const browser = process.env.PLUMBLINE_CHROMIUM;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/desk.ts',
  // The tests share one desk, as reviewers do.
  workers: 2,
  fullyParallel: false,
  // Nothing that goes well takes half as long; a test that hangs is to end, and a slow machine to pass.
  timeout: 120_000,
  projects: [
    // Finds the record whole, so it comes before tests that put rows into the database themselves.
    { name: 'record', testMatch: /record/ },
    {
      name: 'desk',
      testIgnore: /record|forged|killed|start|operation|proxy|password|guessing/,
      dependencies: ['record'],
    },
    // Looks that nothing at all was written, so nobody else may be writing to the shared desk:
    // beside it run those that have desks of their own.
    { name: 'forged', testMatch: /forged/, dependencies: ['desk'] },
    { name: 'own-desk', testMatch: /killed|start|operation|proxy/, dependencies: ['desk'] },
    // Ends every session, so it waits for the others.
    { name: 'password', testMatch: /password/, dependencies: ['forged'] },
    // Keeps the machine of the tests from signing in for a while.
    { name: 'guessing', testMatch: /guessing/, dependencies: ['password'] },
  ],
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    storageState: 'test-results/signed-in.json',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        // Chromium refuses its sandbox to root, who is whom a container runs as.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
