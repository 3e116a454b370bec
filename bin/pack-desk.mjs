import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages } from './build.mjs';
import { generateClient } from './client.mjs';
import { installPackages } from './packages.mjs';
import { endOnRefusal, Refusal } from './refusal.mjs';
import { packRelease } from './release.mjs';
import { PROJECT } from './settings.mjs';
import { step } from './steps.mjs';

/**
 * Everything that `npm run pack` does: an archive that starts without building.
 *
 * @param {readonly string[]} args  --to FOLDER
 */
export function packDesk(args) {
  return endOnRefusal(async () => {
    const folder = resolve(PROJECT, folderOf(args));
    await installPackages(PROJECT);
    await generateClient(PROJECT);
    await buildPages(PROJECT);
    const { archive, sha256, megabytes } = await step('Packing', () =>
      packRelease(PROJECT, folder),
    );
    console.log(`${archive} (${megabytes.toFixed(1)} MB)\nSHA-256 ${sha256}`);
  });
}

/** @param {readonly string[]} args */
function folderOf(args) {
  try {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } });
    return values.to ?? 'release';
  } catch {
    throw new Refusal('Run npm run pack -- --to FOLDER, or without it for the folder release.');
  }
}
