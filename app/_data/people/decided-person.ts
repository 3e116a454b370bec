import type { ChangedPerson, Circumstances } from '#domain/people/account-changes';
import type { Tx } from '../database/db';

/** What the rules about a person ask, read in the transaction that follows them. */
export async function findForDecision(
  tx: Tx,
  personId: string,
  by: { readonly userId: string | null },
): Promise<{ person: ChangedPerson; circumstances: Circumstances } | null> {
  const person = await tx.user.findUnique({
    where: { id: personId },
    select: { id: true, role: true, active: true, twoFactorEnabled: true },
  });
  const activeAdmins = await tx.user.count({ where: { role: 'admin', active: true } });
  return person && { person, circumstances: { byId: by.userId, activeAdmins } };
}
