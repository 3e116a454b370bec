import { findNamesake } from '#domain/people/person-name';
import type { Tx } from '../database/db';

/** What the record calls whoever is nobody: a person of that name would be taken for the desk itself. */
const RESERVED = ['The desk', 'Desk', 'Plumbline', 'System'].map((name) => ({ name }));

/** Somebody at the desk whose name cannot be told from this one, the desk itself included, or null. */
export const findNamesakeAtDesk = async (tx: Tx, name: string): Promise<{ name: string } | null> =>
  findNamesake(name, [...RESERVED, ...(await tx.user.findMany({ select: { name: true } }))]);
