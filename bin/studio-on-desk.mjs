import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepFilesOwn, refuseRootElsewhere } from './own-files.mjs';
import { endOnRefusal, Refusal } from './refusal.mjs';
import { PROJECT, readSettings } from './settings.mjs';

/**
 * Opens Prisma Studio on the desk's database until it is stopped.
 *
 * @param {readonly string[]} args  Studio's own: --port 5555, --browser none
 */
export function openStudio(args) {
  return endOnRefusal(async () => {
    keepFilesOwn();
    const settings = readSettings(process.env);
    refuseRootElsewhere(settings);
    const { databaseFile, databaseUrl } = settings;
    const cli = join(PROJECT, 'node_modules', 'prisma', 'build', 'index.js');
    if (!existsSync(databaseFile) || !existsSync(cli)) {
      throw new Refusal(
        `There is no database at ${databaseFile} yet: run npm start once, which makes it.`,
      );
    }
    // It needs packages.
    const { refuseUnready } = await import('./unclean-stop.mjs');
    refuseUnready(settings);
    const url = ['--url', toStudioUrl(databaseUrl)];
    const views = pathToFileURL(join(PROJECT, 'bin', 'studio-views.mjs')).href;
    const studio = spawn(process.execPath, ['--import', views, cli, 'studio', ...url, ...args], {
      cwd: PROJECT,
      stdio: 'inherit',
    });
    // Studio gets Ctrl-C from the terminal itself; this waits until it has closed the database.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => studio.kill());
    await new Promise((resolve) => studio.once('exit', resolve));
    process.exitCode = studio.exitCode ?? 0;
  });
}

/**
 * Studio wants three slashes, and on Windows a path without its drive: it takes that of the
 * folder it runs in.
 *
 * @param {string} databaseUrl
 */
export function toStudioUrl(databaseUrl) {
  return databaseUrl.replace(/^file:[A-Za-z]:\//, 'file:///');
}
