import { diskState } from '#data/database/disk';

/**
 * Warns administrators that the disk of the desk is filling up, while there is time to make room.
 */
export function DiskMessage() {
  const state = diskState();
  if (state === 'roomy') return null;
  return (
    <p className="notice loud" role="status">
      {state === 'full'
        ? 'The desk’s disk is full. People can sign in and read, but cannot save anything until there is room on the disk.'
        : 'The desk’s disk is nearly full. People cannot add articles, files or copies until there is room on the disk.'}
    </p>
  );
}
