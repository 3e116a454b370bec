import { plain, prepared, type Sqlite, type Tx } from '../database/db';

/** The number of the next claim. Safe, since one write runs at a time. */
export const nextNumber = (write: Tx | Sqlite): number =>
  1 +
  (prepared<[], { n: number | null }>('SELECT max("number") AS n FROM "Claim"', plain(write)).get()
    ?.n ?? 0);
