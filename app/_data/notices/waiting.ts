import { isPermitted, type Role } from '#domain/people/permission';
import { plain, prepared, type Tx } from '../database/db';
import { addNotifications } from './notifications';

/** Of more claims than these, the list of those that wait for approval says enough. */
const MOST = 20;

// The first of the claims that wait, but those of which this person gave the verdict.
const WAITING = `
  SELECT c."id" AS "claimId", s."byId" AS "causedById"
  FROM "Claim" c INDEXED BY "Claim_waiting"
  JOIN "Submission" s ON s."id" =
    (SELECT max(l."id") FROM "Submission" l WHERE l."claimId" = c."id")
  JOIN "Verdict" v ON v."id" = s."verdictId"
  JOIN "Document" d ON d."id" = c."articleId"
  WHERE c."status" = 'inReview' AND d."counted" AND v."decidedById" <> ?
  LIMIT ${MOST}`;

const UNREAD = `
  SELECT "claimId" FROM "Notification"
  WHERE "userId" = ? AND "readAt" IS NULL AND "kind" = 'submitted' ORDER BY "id" DESC LIMIT 100`;

/**
 * Notifies a person who may approve from now on of the claims that were submitted before, inside the write
 * that lets the person approve. A submission notifies only the people who may approve at that moment,
 * so that an editor who joins later would not be notified.
 */
export function addWaitingNotifications(tx: Tx, { id, role }: { id: string; role: Role }): void {
  if (!isPermitted(role, 'claim.approve')) return;
  const db = plain(tx);
  const unread = prepared<[string], string>(UNREAD, db).pluck().all(id);
  const waiting = prepared<[string], { claimId: string; causedById: string }>(WAITING, db).all(id);
  for (const about of waiting) {
    if (unread.includes(about.claimId)) continue;
    addNotifications(tx, [{ userId: id, kind: 'submitted' }], about);
  }
}
