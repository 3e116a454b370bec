import { findNamesake } from '#domain/person-name';
import type { Tx } from './db';

/** Somebody at the desk whose name cannot be told from this one, or null. */
export const findNamesakeAtDesk = async (tx: Tx, name: string): Promise<{ name: string } | null> =>
  findNamesake(name, await tx.user.findMany({ select: { name: true } }));
