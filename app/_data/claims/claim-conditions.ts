import type { ClaimStatus } from '#domain/claims/claim';
import { type ClaimFilter, statusesOf } from '#domain/claims/claim-list';
import { DUE_STATUSES } from '#domain/claims/planning';
import { dayOf } from '#domain/day';
import { timeZone } from '#process/time-zone';
import { prepared } from '../database/db';
import { listPartyIds } from './parties';

export type Value = string | number;

/** A part of WHERE, with the values of its question marks. */
export type Condition = { readonly sql: string; readonly values: readonly Value[] };

/** Claims of articles that are not archived; few are, so that the set is small. */
export const COUNTED_ONLY = '"articleId" NOT IN (SELECT "id" FROM "Document" WHERE "counted" = 0)';

/** Whether the desk has articles that are in no list: else nothing needs to be left out. */
export const hasUncounted = (): boolean =>
  prepared<[], number>('SELECT 1 FROM "Document" WHERE "counted" = 0 LIMIT 1').get() !== undefined;

/** All of these conditions as one. */
export function both(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND ') || 'TRUE',
    values: conditions.flatMap(({ values }) => values),
  };
}

/** In the words of the indexes of some statuses, which SQLite takes for no others. */
function inStatus(statuses: readonly ClaimStatus[]): string {
  const [first, ...others] = statuses.map((status) => `'${status}'`);
  return others.length === 0
    ? `"status" = ${first}`
    : `"status" IN (${[first, ...others].join(', ')})`;
}

/** What a filter asks of a claim, but its words. */
export function toConditions(filter: ClaimFilter): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: (string | number)[]) => conditions.push({ sql, values });
  if (filter.status) add(inStatus(statusesOf(filter.status)));
  if (filter.verdict === 'none') add('"ratingKey" IS NULL');
  else if (filter.verdict) add('"ratingKey" = ?', filter.verdict);
  if (filter.kind) add('"kind" = ?', filter.kind);
  if (filter.article) add('"articleId" = ?', filter.article);
  else if (hasUncounted()) add(COUNTED_ONLY);
  if (filter.figure !== null) add(filter.figure ? '"figureCount" > 0' : '"figureCount" = 0');
  if (filter.assignee === 'nobody') add('"assigneeId" IS NULL');
  else if (filter.assignee) add('"assigneeId" = ?', filter.assignee);
  // As a range, which SQLite always finds in an index; that it is there at all it does not.
  if (filter.due === 'dated') add(`"dueOn" > ''`);
  if (filter.due === 'again') add(`"recheckOn" > ''`);
  if (filter.due === 'overdue') {
    // In the words of the index of claims that are due, which SQLite else would not take.
    add(`"dueOn" > '' AND "dueOn" < ?`, dayOf(new Date(), timeZone()));
    add(inStatus(DUE_STATUSES));
  }
  if (filter.claimant) {
    const parties = JSON.stringify(listPartyIds(filter.claimant));
    add('"claimantId" IN (SELECT value FROM json_each(?))', parties);
  }
  return conditions;
}

/**
 * Words as FTS5 wants them: each in quotation marks, so that none is an operator, and all wanted.
 * Text without a letter or a digit matches nothing.
 */
export function toMatch(words: string): string {
  const terms = words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return terms.map((term) => `"${term}"`).join(' ') || '""';
}
