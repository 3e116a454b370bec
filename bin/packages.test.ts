import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installPackages } from './packages.mjs';
import { PROJECT } from './settings.mjs';
import { makeFolder } from './test-desk';

test('a driver built for another Node is built again within one start', async () => {
  const project = makeProjectWithDriver();
  await expect(installPackages(project)).resolves.toBeUndefined();
});

test('a driver that cannot be built is reported with the packages to install', async () => {
  const project = makeProjectWithDriver({ install: '' });
  await expect(installPackages(project)).rejects.toThrow(
    /^The SQLite driver better-sqlite3 .* could not be compiled: install .* and start again\.$/,
  );
});

test('where npm may not run the scripts of packages, that is the cause, and not missing compilers', async () => {
  const project = makeProjectWithDriver({ install: '' });
  writeFileSync(join(project, '.npmrc'), 'ignore-scripts=true\n');
  await expect(installPackages(project)).rejects.toThrow(
    /^npm is set not to run the scripts of packages \(ignore-scripts\)/,
  );
});

test.skipIf(process.platform === 'win32')(
  'where the name of the folder keeps the driver from being compiled, the folder is the cause',
  async () => {
    const project = makeProjectWithDriver({ install: '', folder: 'Desk & Co' });
    await expect(installPackages(project)).rejects.toThrow(
      /cannot be compiled in a folder that has a space in its name: move the desk out of “.*Desk & Co”/,
    );
  },
);

test('a script that an operator put beside the desk is not type-checked with its pages', () => {
  const folder = makeFolder();
  copyFileSync(join(PROJECT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  for (const name of ['notes.mjs', 'notes.ts', 'mine/notes.mjs', 'app/page.tsx', 'proxy.ts']) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  const { bin } = createRequire(import.meta.url)('typescript/package.json');
  const compiler = join(PROJECT, 'node_modules', 'typescript', bin.tsc);
  const listed = execFileSync(process.execPath, [compiler, '-p', folder, '--showConfig'], {
    encoding: 'utf8',
  });
  expect(JSON.parse(listed).files).toEqual(['./app/page.tsx', './proxy.ts']);
});

/**
 * A project with a driver in place of better-sqlite3 that asks for its built file once a process, as
 * the system's loader does, and stays with what it found.
 */
function makeProjectWithDriver({
  install = `require('node:fs').writeFileSync('built', 'for this Node')`,
  folder = '',
} = {}): string {
  const project = join(makeFolder(), folder);
  const driver = join(project, 'node_modules', 'better-sqlite3');
  mkdirSync(driver, { recursive: true });
  const write = (path: string, content: object | string) =>
    writeFileSync(
      join(project, path),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  const packages = { 'node_modules/better-sqlite3': { version: '1.0.0', hasInstallScript: true } };
  const allowScripts = { 'better-sqlite3': true };
  write('package.json', { dependencies: { 'better-sqlite3': '1.0.0' }, allowScripts });
  write('package-lock.json', { lockfileVersion: 3, packages });
  write('node_modules/.package-lock.json', { lockfileVersion: 3, packages });
  write('node_modules/better-sqlite3/package.json', {
    name: 'better-sqlite3',
    version: '1.0.0',
    scripts: { install: 'node install.cjs' },
  });
  write('node_modules/better-sqlite3/install.cjs', install);
  write(
    'node_modules/better-sqlite3/index.js',
    `const { existsSync } = require('node:fs');
     globalThis.isBuilt ??= existsSync(__dirname + '/built');
     if (!globalThis.isBuilt) throw new Error('The module was compiled against a different Node.js version');
     module.exports = class { close() {} };`,
  );
  return project;
}
