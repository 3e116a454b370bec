import { linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyOwn, syncFile } from './safe-files.mjs';

/** How the copies of documents are to be copied. */
export type CopyOptions = {
  /** The captures of an earlier backup: what is there already is linked, not copied again. */
  readonly linkFrom?: string | null;
  /** Whether each file must be on the disk, not only on its way there. */
  readonly synced?: boolean;
};

/**
 * Copies the folder of captures, in which files are named by their own hash and never change. Files
 * half written are left out, and so is one that a takedown removes meanwhile.
 *
 * @returns how many files are in the copy, and how many of them were copied and not linked
 */
export function copyCaptures(
  from: string,
  to: string,
  { linkFrom = null, synced = false }: CopyOptions = {},
): { files: number; copied: number } {
  const counts = { files: 0, copied: 0 };
  for (const folder of foldersIn(from)) {
    mkdirSync(join(to, folder), { recursive: true, mode: 0o700 });
    for (const name of readdirSync(join(from, folder))) {
      if (name.startsWith('.')) continue;
      const [source, target] = [join(from, folder, name), join(to, folder, name)];
      const earlier = linkFrom && join(linkFrom, folder, name);
      if (!earlier || !link(earlier, target, source)) {
        if (!copy(source, target)) continue;
        if (synced) syncFile(target);
        counts.copied += 1;
      }
      counts.files += 1;
    }
  }
  return counts;
}

function foldersIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** @returns whether it was linked: some disks cannot */
function link(earlier: string, target: string, source: string): boolean {
  const size = statSync(earlier, { throwIfNoEntry: false })?.size;
  if (size === undefined || size !== statSync(source, { throwIfNoEntry: false })?.size)
    return false;
  try {
    linkSync(earlier, target);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether there was still something to copy */
function copy(source: string, target: string): boolean {
  try {
    copyOwn(source, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
