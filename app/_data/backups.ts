import { write } from './db';
import { recordEvents, THE_DESK } from './events';

/** A backup that was put in the place of the desk. */
export type Restored = {
  readonly folder: string;
  /** In ISO 8601. */
  readonly takenAt: string;
  /** Where its record ended. */
  readonly events: number;
  readonly head: string;
};

/** Has the record say that it goes on from a backup. */
export async function recordRestore(restored: Restored): Promise<void> {
  await write((tx) =>
    recordEvents(tx, THE_DESK, [
      { action: 'record.restored', entity: 'record', entityId: 'record', after: { ...restored } },
    ]),
  );
}

/** What became of a backup: where it is, and how many things in it are not as the record says. */
export type BackupOutcome =
  | { readonly ok: true; readonly folder: string; readonly problems: number }
  | { readonly ok: false; readonly reason: string };

/** Has the record say that a backup was taken, or could not be. */
export async function recordBackup(outcome: BackupOutcome): Promise<void> {
  const about = { entity: 'record', entityId: 'record' } as const;
  const event = outcome.ok
    ? {
        ...about,
        action: 'record.backedUp',
        after: { folder: outcome.folder, problems: outcome.problems },
      }
    : { ...about, action: 'record.backupFailed', reason: outcome.reason };
  await write((tx) => recordEvents(tx, THE_DESK, [event]));
}
