import type { Safety } from '#data/record/backups';

const toMinute = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** The last backup, and what became of it. */
export function Backups({ safety: { backup, goodBackup } }: { safety: Safety }) {
  if (!backup) {
    return (
      <p className="soft">
        None was taken yet: the command plumbline backup takes one, and a folder set as BACKUP_TO
        has the desk take them by itself.
      </p>
    );
  }
  return (
    <>
      <p className="record-backup" data-ok={backup.ok}>
        {backup.ok ? 'The last one is whole, and verified.' : backup.sentence}
      </p>
      <dl className="facts">
        <dt>Tried on</dt>
        <dd>
          <time dateTime={backup.at}>{toMinute(backup.at)}</time>
        </dd>
        {goodBackup && goodBackup.at !== backup.at && (
          <>
            <dt>Last good one</dt>
            <dd>
              <time dateTime={goodBackup.at}>{toMinute(goodBackup.at)}</time>
            </dd>
          </>
        )}
        {goodBackup && (
          <>
            <dt>In</dt>
            <dd>{goodBackup.place}</dd>
          </>
        )}
      </dl>
    </>
  );
}
