import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser } from './browser.mjs';
import { build, pagesAreBuilt } from './build.mjs';
import { generateClient } from './client.mjs';
import { installPackages } from './packages.mjs';
import { findOrInstallProxy } from './proxies.mjs';
import { endOnRefusal, Refusal } from './refusal.mjs';
import { PROJECT } from './settings.mjs';
import { runInstalled, seconds } from './steps.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {Count & { output: string }} Verdict
 * @typedef {(reports: string) => Promise<Verdict>} Check  given a folder for its report
 */

/**
 * In the order in which they run: the quickest to fail first.
 *
 * @type {Readonly<Record<string, { title: string, run: Check }>>}
 */
const CHECKS = {
  lint: { title: 'Lint', run: lint },
  types: { title: 'Types', run: checkTypes },
  unit: { title: 'Unit and data tests', run: runVitest },
  build: { title: 'Production build', run: checkBuild },
  e2e: { title: 'End-to-end tests', run: runPlaywright },
};

/**
 * Everything that `npm test` does. The last line is `N passed, N failed`: the cases of both test
 * runners, two for lint, and one each for types and build.
 *
 * @param {readonly string[]} args  --only lint,types,unit,build,e2e
 */
export async function runChecks(args) {
  await endOnRefusal(async () => {
    const chosen = chooseChecks(args);
    prepareEnvironment();
    const { passed, failed } = await count(chosen).catch((error) => {
      if (!(error instanceof Refusal)) throw error;
      if (error.details) console.log(error.details);
      console.log(error.message);
      return { passed: 0, failed: 1 };
    });
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}

/** @param {readonly string[]} args */
function chooseChecks(args) {
  const names = Object.keys(CHECKS);
  try {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
    const only = values.only?.split(',') ?? names;
    if (only.every((name) => names.includes(name))) {
      return names.filter((name) => only.includes(name));
    }
  } catch {
    // An option that there is not.
  }
  throw new Refusal(`Run npm test -- --only with some of ${names.join(',')}, or without it.`);
}

/** @param {readonly string[]} chosen */
async function count(chosen) {
  await installPackages(PROJECT);
  await generateClient(PROJECT);
  const noBrowser = chosen.includes('e2e') ? await provideBrowser() : null;
  if (chosen.includes('e2e')) await findOrInstallProxy();
  const reports = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const total = { passed: 0, failed: 0 };
  let isBuilt = true;
  for (const name of chosen) {
    const { title, run } = /** @type {{ title: string, run: Check }} */ (CHECKS[name]);
    const obstacle = name === 'e2e' ? (isBuilt ? noBrowser : 'Without a build: not run.') : null;
    const { passed, failed } = await show(title, () =>
      obstacle === null ? run(reports) : { passed: 0, failed: 1, output: obstacle },
    );
    total.passed += passed;
    total.failed += failed;
    if (name === 'build') isBuilt = failed === 0;
  }
  rmSync(reports, { recursive: true, force: true });
  return total;
}

/** @returns {Promise<string | null>} why there is none; the other checks need none */
async function provideBrowser() {
  try {
    process.env.PLUMBLINE_CHROMIUM = await findOrInstallBrowser(PROJECT);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}

/**
 * @param {string} title
 * @param {() => Verdict | Promise<Verdict>} run
 */
async function show(title, run) {
  process.stdout.write(title.padEnd(36));
  const began = performance.now();
  const verdict = await run();
  const { passed, failed, output } = verdict;
  console.log(`${seconds(performance.now() - began)}   ${passed} passed, ${failed} failed`);
  if (failed > 0) console.log(`\n${output.trim()}\n`);
  return verdict;
}

/**
 * Tests make desks of their own: the one that these settings name is not theirs to write to. And
 * what their tools say is read in a log, where colours are noise, unless there is a terminal.
 */
function prepareEnvironment() {
  for (const name of [
    'PORT',
    'CLIENT_HEADER',
    'PUBLIC_URL',
    'HOST',
    'DATABASE_URL',
    'DATA_DIR',
    'ANCHOR_FILE',
    'BACKUP_TO',
    'BACKUP_EVERY',
    'BACKUP_KEEP',
    'LOG_LEVEL',
    'METRICS_TOKEN',
    'DISK_MINIMUM',
    'TIME_ZONE',
    'FORCE_COLOR',
    'NO_COLOR',
  ]) {
    delete process.env[name];
  }
  process.env[process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR'] = '1';
}

/**
 * A tool that is content, or is not.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<Verdict>}
 */
async function tool(script, args) {
  const { ok, output } = await runInstalled(script, args, { project: PROJECT });
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

/** Form and mistakes by Biome; files, exports and dependencies that nothing uses by knip. */
async function lint() {
  const colors = process.stdout.isTTY ? 'force' : 'off';
  const verdicts = await Promise.all([
    tool('@biomejs/biome/bin/biome', ['ci', `--colors=${colors}`, '.']),
    tool('knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']),
  ]);
  return {
    passed: verdicts.reduce((sum, { passed }) => sum + passed, 0),
    failed: verdicts.reduce((sum, { failed }) => sum + failed, 0),
    output: verdicts.map(({ output }) => output).join('\n'),
  };
}

/** The routes' types come first: pages refer to them. */
async function checkTypes() {
  const routes = await tool('next/dist/bin/next', ['typegen']);
  return routes.failed > 0 ? routes : tool('typescript/bin/tsc', ['-p', '.', '--noEmit']);
}

/** @returns {Promise<Verdict>} */
async function checkBuild() {
  try {
    // What was built of these very sources need not be built again.
    if (!pagesAreBuilt(PROJECT)) await build(PROJECT);
    return { passed: 1, failed: 0, output: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { passed: 0, failed: 1, output: error.details };
  }
}

/** @type {Check} */
async function runVitest(reports) {
  const report = join(reports, 'vitest.json');
  const { ok, output } = await runInstalled(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { project: PROJECT },
  );
  return { ...withFaults(countVitest(readReport(report)), ok), output };
}

/** @type {Check} */
async function runPlaywright(reports) {
  const report = join(reports, 'playwright.json');
  const { ok, output } = await runInstalled('playwright/cli.js', ['test', '--reporter=list,json'], {
    project: PROJECT,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return { ...withFaults(countPlaywright(readReport(report)), ok), output };
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {any} report  of vitest's json reporter; null when it did not get that far
 * @returns {Count}
 */
export function countVitest(report) {
  // A file that cannot even be loaded has no cases, and must not pass for one without faults.
  const brokenFiles = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles.length,
  };
}

/**
 * @param {any} report  of Playwright's json reporter; null when it did not get that far
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected };
}

/**
 * What no case is to blame for is a failure as well: a server that did not start, an error
 * between two tests, or no tests at all.
 *
 * @param {Count} count
 * @param {boolean} ok  what the runner itself says
 * @returns {Count}
 */
export function withFaults({ passed, failed }, ok) {
  const isFault = failed === 0 && (!ok || passed === 0);
  return { passed, failed: isFault ? 1 : failed };
}
