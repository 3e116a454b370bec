import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { isRelease } from './release.mjs';
import { run, step } from './steps.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/**
 * Installs what package-lock.json names, where that is not what is installed. A release was built and
 * tested elsewhere, and wants no packages for that.
 *
 * @param {string} project
 */
export async function installPackages(project) {
  if (!packagesAreInstalled(project)) {
    await step('Installing packages', () =>
      installWith(['ci', isRelease(project) ? '--omit=dev' : '--include=dev'], project),
    );
  }
  // A package is as good as its build: another version of Node wants it built again.
  if (!(await loadSqlite(project)).ok) {
    await step('Building the SQLite driver', () =>
      installWith(['rebuild', 'better-sqlite3'], project),
    );
    const { ok, output } = await loadSqlite(project);
    if (!ok) throw await noDriver(project, output);
  }
}

/**
 * Whether node_modules holds the locked versions, by the record that npm leaves there when an
 * installation was finished. Packages for other machines may be missing.
 *
 * @param {string} project
 */
export function packagesAreInstalled(project) {
  const wanted = readLock(join(project, 'package-lock.json'));
  const installed = readLock(join(project, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const withoutDev = isRelease(project);
  return Object.entries(wanted.packages).every(
    ([path, { version, dev, optional, devOptional }]) =>
      path === '' ||
      optional ||
      devOptional ||
      (dev && withoutDev) ||
      installed.packages[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Lock | null}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {readonly string[]} args
 * @param {string} project
 */
async function installWith(args, project) {
  // Under "npm --silent" this npm would be silent as well, and about its errors too.
  const options = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  const { ok, output } = await npm([...args, ...options], project);
  if (ok) return;
  if (/better-sqlite3/.test(output) && /gyp ERR|prebuild-install|node-gyp/.test(output)) {
    throw await noDriver(project, output);
  }
  throw new Refusal('npm could not install the packages: read the error above, and start again.', {
    details: output,
  });
}

/**
 * The npm that runs this, or the one on the path.
 *
 * @param {readonly string[]} args
 * @param {string} project
 */
function npm(args, project) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], { cwd: project })
    : run('npm', args, { cwd: project });
}

/**
 * Whether the SQLite driver can be used, asked in a process of its own: a process that could not
 * load the driver's file remembers it, and would not see a new build of it.
 *
 * @param {string} project
 */
function loadSqlite(project) {
  const load = `new (require('better-sqlite3'))(':memory:').close()`;
  return run(process.execPath, ['--input-type=commonjs', '--eval', load], { cwd: project });
}

/** What make and its shell take for something else in the name of a folder. */
const NOT_FOR_COMPILERS = /[\s&'"`$;()#%|<>*?[\]{}!]/;

/**
 * Why there is no driver: that npm may not run its script and that it cannot be compiled in this folder come
 * before tools that may be missing.
 *
 * @param {string} project
 * @param {string} details
 */
async function noDriver(project, details) {
  const asked = await npm(['config', 'get', 'ignore-scripts'], project);
  if (asked.output.trim() === 'true') {
    return new Refusal(
      'npm is set not to run the scripts of packages (ignore-scripts), so it did not fetch or build the SQLite driver better-sqlite3: run “npm rebuild better-sqlite3 --ignore-scripts=false”, and start again.',
      { details },
    );
  }
  const sign = NOT_FOR_COMPILERS.exec(project)?.[0];
  if (sign && process.platform !== 'win32') {
    return new Refusal(
      `The SQLite driver better-sqlite3 has no ready-made build for this machine, and cannot be compiled in a folder that has ${
        /\s/.test(sign) ? 'a space' : `“${sign}”`
      } in its name: move the desk out of “${project}”, and start again.`,
      { details },
    );
  }
  const tools = {
    darwin: 'the command line tools (xcode-select --install)',
    win32: 'the Visual Studio Build Tools with "Desktop development with C++", and Python 3',
  }[/** @type {string} */ (process.platform)];
  return new Refusal(
    `The SQLite driver better-sqlite3 has no ready-made build for this machine and could not be compiled: install ${
      tools ??
      'Python 3, make and a C++ compiler (on Debian and Ubuntu: apt-get install python3 make g++)'
    } and start again.`,
    { details },
  );
}
