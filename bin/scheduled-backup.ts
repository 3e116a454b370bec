import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { BACKUP_NAME, listBackups, MANIFEST } from '../app/_data/record/stored-backups.mjs';
import { deskOf, type Manifest, nameBackup, noted, removeBackup, type Taken, take } from './backup';
import { readBackupSettings } from './backup-settings.mjs';
import { Refusal } from './refusal.mjs';
import { readSettings } from './settings.mjs';
import { refuseUnready } from './unclean-stop.mjs';

const BACKGROUND = 10;
const UNFINISHED = '.part';

/**
 * Takes the backup that is due into BACKUP_TO, under the time as its name, and then removes the oldest
 * of this desk's beyond BACKUP_KEEP: only when everything in the new one is as the record says, and
 * never anything that is not a backup of this desk.
 *
 * @throws Error with one sentence that says why it failed
 */
export async function backUpOnSchedule(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Taken> {
  const { backupTo, keep } = readBackupSettings(env);
  if (!backupTo) throw new Refusal('Set BACKUP_TO to the folder of the backups.');
  const settings = readSettings(env);
  refuseUnready(settings);
  beHumble();
  const begun = new Date();
  const name = `plumbline-${begun.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  return noted(settings, begun.toISOString(), async () => {
    mkdirSync(backupTo, { recursive: true, mode: 0o700 });
    const desk = deskOf(settings.databaseFile);
    removeUnfinished(backupTo, desk);
    const place = join(backupTo, name);
    const [earlier = null] = ownBackups(backupTo, desk).reverse();
    const taken = await take({ to: place + UNFINISHED, earlier }, settings, env);
    nameBackup(place + UNFINISHED, place);
    const sentence = taken.sentence.replaceAll(place + UNFINISHED, place);
    if (taken.problems.length > 0) {
      return {
        ...taken,
        place,
        sentence: `${sentence} Older backups are kept until a backup is correct.`,
      };
    }
    for (const old of ownBackups(backupTo, desk).slice(0, -keep)) removeBackup(old);
    return { ...taken, place, sentence };
  });
}

/** The backups of a desk in a folder, the oldest first. */
function ownBackups(folder: string, desk: string): string[] {
  return listBackups(folder).filter((place) => {
    const manifest = readManifest(place);
    return manifest?.desk === desk && manifest.whole;
  });
}

/** Removes what a backup left that was killed; that of another desk may be under way. */
function removeUnfinished(folder: string, desk: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(UNFINISHED) || !BACKUP_NAME.test(name.slice(0, -UNFINISHED.length)))
      continue;
    if (readManifest(join(folder, name))?.desk === desk) removeBackup(join(folder, name));
  }
}

function readManifest(place: string): Manifest | null {
  try {
    const manifest = JSON.parse(readFileSync(join(place, MANIFEST), 'utf8')) as Manifest;
    return manifest.program === 'plumbline' ? manifest : null;
  } catch {
    return null;
  }
}

function beHumble(): void {
  try {
    setPriority(BACKGROUND);
  } catch {
    // Not every system lets one be.
  }
}
