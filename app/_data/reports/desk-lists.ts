import type { ClaimStatus, Priority } from '#domain/claims/claim';
import { COUNTED } from '#domain/claims/claim-list';
import type { Day } from '#domain/day';
import { COUNTED_ONLY, hasUncounted } from '../claims/claim-conditions';
import { prepared } from '../database/db';

/** A claim on the desk page. */
export type DeskLine = {
  readonly number: number;
  readonly text: string;
  readonly articleTitle: string;
  readonly status: ClaimStatus;
  readonly priority: Priority;
  readonly dueOn: Day | null;
  /** Since when it is to be looked at again. */
  readonly recheckOn: Day | null;
  /** The day on which it took its status. */
  readonly statusOn: Day | null;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  /** The author of its latest verdict. */
  readonly authorId: string | null;
  /** For a claim returned from the review: the step, the person who returned it, and the reason. */
  readonly back: 'returned' | 'reopened' | null;
  readonly backBy: string | null;
  readonly backReason: string | null;
};

export type DeskList = {
  readonly lines: readonly DeskLine[];
  /** Counted up to one more than COUNTED: see countInWords. */
  readonly total: number;
};

// As the indexes of these lists have it, which SQLite walks for these very words alone.
const DUE_FIRST = '"dueOn" IS NULL, "dueOn"';
const PRIORITY_FIRST = `CASE "priority" WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END`;

// What was submitted and not approved came back by being returned; what was approved, by being reopened.
const CAME_BACK = `CASE c."status" WHEN 'checking' THEN
  (SELECT CASE WHEN a."id" IS NULL THEN 'returned' ELSE 'reopened' END
   FROM "Submission" s LEFT JOIN "Approval" a ON a."submissionId" = s."id"
   WHERE s."claimId" = c."id" ORDER BY s."id" DESC LIMIT 1) END`;

const AUTHOR = `(SELECT v."decidedById" FROM "Verdict" v WHERE v."claimId" = c."id"
  ORDER BY v."n" DESC LIMIT 1)`;

/** The claims that somebody has in hand: what came back first, then by due day and priority. */
export const listQueue = (personId: string, size: number): DeskList =>
  list(
    {
      from: '"Claim" c INDEXED BY "Claim_in_hand"',
      where: `"assigneeId" = ? AND "status" IN ('open', 'checking')`,
      values: [personId],
      order: `"cameBack" DESC, ${DUE_FIRST}, ${PRIORITY_FIRST}, "number"`,
    },
    size,
  );

/**
 * The claims in review; those with a verdict of this person come last, since another person
 * approves them.
 */
export function listWaiting(personId: string, size: number): DeskList {
  const waiting = ofCounted({
    from: '"Claim" c INDEXED BY "Claim_waiting"',
    where: `"status" = 'inReview'`,
    order: `"dueOn" ASC NULLS LAST, ${PRIORITY_FIRST}, "statusAt"`,
    values: [],
  });
  const among = (which: string, most: number) =>
    numbersOf(
      { ...waiting, where: `${waiting.where} AND ${AUTHOR} ${which} ?`, values: [personId] },
      most,
    );
  const others = among('IS NOT', size);
  const numbers =
    others.length === size ? others : [...others, ...among('IS', size - others.length)];
  return toList(waiting, numbers, size);
}

/** The claims past their due day, longest first. */
export const listOverdue = (today: Day, size: number): DeskList =>
  list(
    {
      from: '"Claim" c INDEXED BY "Claim_overdue"',
      where: `"dueOn" > '' AND "dueOn" < ? AND "status" IN ('open', 'checking', 'inReview')`,
      values: [today],
      order: '"dueOn", "number"',
    },
    size,
  );

/** The claims of which a source changed under the verdict, longest first. */
export const listLookAgain = (size: number): DeskList =>
  list(
    {
      from: '"Claim" c INDEXED BY "Claim_by_recheck"',
      where: `"recheckOn" > ''`,
      values: [],
      order: '"recheckOn", "number"',
    },
    size,
  );

/** The open claims without an assignee, by priority and due day. */
export const listUnassigned = (size: number): DeskList =>
  list(
    {
      from: '"Claim" c INDEXED BY "Claim_unassigned"',
      where: `"assigneeId" IS NULL AND "status" = 'open'`,
      values: [],
      order: `${PRIORITY_FIRST}, ${DUE_FIRST}, "number"`,
    },
    size,
  );

/** The article with suggestions that came last: where a new desk begins. */
export function findArticleToLookAt(): { readonly id: string; readonly title: string } | null {
  const row = prepared<[], { id: string; title: string }>(
    `SELECT d."id", d."title" FROM "Claim" c JOIN "Document" d ON d."id" = c."articleId"
       WHERE c."status" = 'suggested' AND d."counted" ORDER BY c."statusAt" DESC LIMIT 1`,
  ).get();
  return row ?? null;
}

type Query = {
  readonly from: string;
  readonly where: string;
  readonly values: readonly string[];
  readonly order: string;
};

const list = (query: Query, size: number): DeskList => {
  const counted = ofCounted(query);
  return toList(counted, numbersOf(counted, size), size);
};

/** Without the claims of archived articles, where there are any. */
const ofCounted = (query: Query): Query =>
  hasUncounted() ? { ...query, where: `${query.where} AND ${COUNTED_ONLY}` } : query;

const numbersOf = ({ from, where, values, order }: Query, size: number): number[] =>
  prepared<(string | number)[], { number: number }>(
    `SELECT c."number" FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ?`,
  )
    .all(...values, size)
    .map(({ number }) => number);

function toList({ from, where, values }: Query, numbers: number[], size: number): DeskList {
  const counted = prepared<string[], { n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${COUNTED + 1})`,
  );
  const total = numbers.length < size ? numbers.length : (counted.get(...values)?.n ?? 0);
  return { lines: linesOf(numbers), total };
}

function linesOf(numbers: readonly number[]): DeskLine[] {
  return prepared<[string], DeskLine>(
    `SELECT l.*, u."name" AS "backBy", e."reason" AS "backReason"
       FROM (SELECT j.key AS "place", c."id", c."number", c."text", c."status", c."priority",
                    c."dueOn", c."recheckOn", substr(c."statusAt", 1, 10) AS "statusOn", c."assigneeId",
                    d."title" AS "articleTitle", h."name" AS "assignee",
                    ${AUTHOR} AS "authorId", ${CAME_BACK} AS "back"
             FROM json_each(?) j
             CROSS JOIN "Claim" c ON c."number" = j.value
             JOIN "Document" d ON d."id" = c."articleId"
             LEFT JOIN "User" h ON h."id" = c."assigneeId") l
       LEFT JOIN "Event" e ON l."back" IS NOT NULL AND e."seq" =
         (SELECT max(x."seq") FROM "Event" x WHERE x."claimId" = l."id"
          AND x."action" IN ('claim.returned', 'claim.reopened', 'claim.corrected'))
       LEFT JOIN "User" u ON u."id" = e."actorId"
       ORDER BY l."place"`,
  ).all(JSON.stringify(numbers));
}
