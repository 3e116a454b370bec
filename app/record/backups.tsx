import type { Safety } from '#data/record/backups';
import { Time } from '#ui/time';

/** The last backup, and what became of it. */
export function Backups({ safety: { backup, goodBackup } }: { safety: Safety }) {
  if (!backup) {
    return (
      <p className="soft">
        No backup yet. The command plumbline backup makes a backup. If BACKUP_TO names a folder, the
        desk makes backups by itself.
      </p>
    );
  }
  return (
    <>
      <p className="record-backup" data-ok={backup.ok}>
        {backup.ok ? 'The last backup is complete and verified.' : backup.sentence}
      </p>
      <dl className="facts">
        <dt>Last attempt</dt>
        <dd>
          <Time at={backup.at} />
        </dd>
        {goodBackup && goodBackup.at !== backup.at && (
          <>
            <dt>Last good backup</dt>
            <dd>
              <Time at={goodBackup.at} />
            </dd>
          </>
        )}
        {goodBackup && (
          <>
            <dt>Folder</dt>
            <dd>{goodBackup.place}</dd>
          </>
        )}
      </dl>
    </>
  );
}
