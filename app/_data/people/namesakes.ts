import { findNamesake } from '#domain/people/person-name';
import type { Tx } from '../database/db';

/**
 * The name of the desk itself in the record: a person with that name would be taken for the desk.
 */
const RESERVED = ['The desk', 'Desk', 'Plumbline', 'System'].map((name) => ({ name }));

/** A person at the desk, or the desk itself, with a name that looks like this one; or null. */
export const findNamesakeAtDesk = async (tx: Tx, name: string): Promise<{ name: string } | null> =>
  findNamesake(name, [...RESERVED, ...(await tx.user.findMany({ select: { name: true } }))]);
