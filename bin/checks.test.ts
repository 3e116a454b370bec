import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, withFaults } from './checks.mjs';
import { runNode } from './test-desk';

describe('the last line of npm test', () => {
  test.each([
    ['no report', null, { passed: 0, failed: 0 }],
    ['cases', { numPassedTests: 3, numFailedTests: 1, testResults: [] }, { passed: 3, failed: 1 }],
    [
      'a file that cannot be loaded',
      {
        numPassedTests: 3,
        numFailedTests: 0,
        testResults: [{ status: 'failed', assertionResults: [] }],
      },
      { passed: 3, failed: 1 },
    ],
  ])('counts, of vitest, %s', (_, report, expected) => {
    expect(countVitest(report)).toEqual(expected);
  });

  test.each([
    ['no report', null, { passed: 0, failed: 0 }],
    [
      'cases',
      { stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 4 } },
      { passed: 6, failed: 2 },
    ],
  ])('counts, of Playwright, %s', (_, report, expected) => {
    expect(countPlaywright(report)).toEqual(expected);
  });

  test.each([
    ['all is well', { passed: 3, failed: 0 }, true, 0],
    ['a case failed', { passed: 3, failed: 2 }, false, 2],
    ['an error was between the cases', { passed: 3, failed: 0 }, false, 1],
    ['nothing was run', { passed: 0, failed: 0 }, true, 1],
  ])('counts failures when %s', (_, count, ok, failed) => {
    expect(withFaults(count, ok).failed).toBe(failed);
  });
});

test('npm test refuses a step that does not exist', async () => {
  const { code, stderr } = await runNode(['bin/test.mjs', '--only', 'unit,e3e']);
  expect(stderr.trim()).toBe(
    'Run npm test -- --only with some of lint,types,unit,build,e2e, or without it.',
  );
  expect(code).toBe(1);
});
