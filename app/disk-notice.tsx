import { diskState } from '#data/database/disk';

/** Tells whoever administers the desk that its disk is filling up, while there is time to make room. */
export function DiskNotice() {
  const state = diskState();
  if (state === 'roomy') return null;
  return (
    <p className="notice loud" role="status">
      {state === 'full'
        ? 'The desk’s disk is full: people can sign in and read, and nothing can be saved until there is room.'
        : 'The desk’s disk is nearly full: no new article, file or copy is taken until there is room.'}
    </p>
  );
}
