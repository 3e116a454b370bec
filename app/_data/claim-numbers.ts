import type { Tx } from './db';

/** The number of the next claim. Safe, since one write runs at a time. */
export async function nextNumber(tx: Tx): Promise<number> {
  const { _max } = await tx.claim.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
