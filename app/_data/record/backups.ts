import { reader, write } from '../database/db';
import { event, recordEvents, THE_DESK } from './record-events';
import { readStoredBackups, type TriedBackup } from './stored-backups.mjs';
import { toAfter } from './stored-event';

/** A backup that was put in the place of the desk. */
export type Restored = {
  readonly folder: string;
  /** In ISO 8601. */
  readonly takenAt: string;
  /** The end of its record. */
  readonly events: number;
  readonly head: string;
};

/** Has the record say that it goes on from a backup. */
export async function recordRestore(restored: Restored): Promise<void> {
  await write((tx) =>
    recordEvents(tx, THE_DESK, [event('record.restored', 'record', { after: { ...restored } })]),
  );
}

/** What became of a backup: where it is, and how many things in it are not as the record says. */
export type BackupOutcome =
  | { readonly ok: true; readonly folder: string; readonly problems: number }
  | { readonly ok: false; readonly reason: string };

/** Has the record say that a backup was taken, or could not be. */
export async function recordBackup(outcome: BackupOutcome): Promise<void> {
  const content = outcome.ok
    ? event('record.backedUp', 'record', {
        after: { folder: outcome.folder, problems: outcome.problems },
      })
    : event('record.backupFailed', 'record', { reason: outcome.reason });
  await write((tx) => recordEvents(tx, THE_DESK, [content]));
}

/** The state of backups and verification: for the page of the record, and for the operator. */
export type Safety = {
  /** The last backup that was tried. */
  readonly backup: TriedBackup | null;
  /** The last one that was taken, and in which everything was as the record says. */
  readonly goodBackup: TriedBackup | null;
  /** The last time that the record was verified: by somebody, or in a backup. */
  readonly verified: { readonly at: Date; readonly problems: number } | null;
};

/** What is known of the last backup and the last verification. */
export async function findSafety(): Promise<Safety> {
  const { last, lastGood } = readStoredBackups(process.env.DATA_DIR ?? '');
  const verified = await reader().event.findFirst({
    where: {
      entity: 'record',
      entityId: 'record',
      action: { in: ['record.verified', 'record.backedUp'] },
    },
    orderBy: { seq: 'desc' },
    select: { at: true, after: true },
  });
  const { problems = 0 } = toAfter('record.verified', verified?.after);
  return {
    backup: last,
    goodBackup: lastGood,
    verified: verified ? { at: verified.at, problems } : null,
  };
}
