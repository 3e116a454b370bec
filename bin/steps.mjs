import { spawn } from 'node:child_process';

const TITLE_WIDTH = 36;

/**
 * Shows that something is going on and, when it is done, how long it took.
 *
 * @template Value
 * @param {string} title  what is going on: "Building the pages"
 * @param {() => Value | Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function step(title, work) {
  process.stdout.write(title.padEnd(TITLE_WIDTH));
  const began = performance.now();
  try {
    const value = await work();
    console.log(seconds(performance.now() - began));
    return value;
  } catch (error) {
    console.log('failed'.padStart(8));
    throw error;
  }
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
}

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} output  both streams, in the order they came
 */

/**
 * Runs a program to its end and keeps what it says, to show only when it is needed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Environment, timeoutMs?: number, signal?: AbortSignal }} options  `signal`
 *   ends it
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { cwd, env = process.env, timeoutMs, signal }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script on Windows, which only a shell can run.
      shell: process.platform === 'win32' && program === 'npm',
      ...(timeoutMs !== undefined && { timeout: timeoutMs }),
    });
    const end = () => child.kill();
    process.once('exit', end);
    signal?.addEventListener('abort', end);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => {
      process.off('exit', end);
      signal?.removeEventListener('abort', end);
      resolve({ ok: code === 0, output });
    });
  });
}

/**
 * Runs a program of an installed package with the Node that runs this.
 *
 * @param {string} script  its path below node_modules, such as 'next/dist/bin/next'
 * @param {readonly string[]} args
 * @param {{ project: string, env?: Environment, timeoutMs?: number }} options
 */
export function runInstalled(script, args, { project, ...options }) {
  return run(process.execPath, [`node_modules/${script}`, ...args], { cwd: project, ...options });
}
