import type { ClaimStatus } from '#domain/claims/claim';
import type { Day } from '#domain/day';
import {
  type DeskCounts,
  type Feedback,
  lastMonths,
  MONTHS_SHOWN,
} from '#domain/reports/desk-numbers';
import { prepared } from '../database/db';

type StoredCount = { readonly key: string; readonly count: number };

/** How the desk stands, as triggers keep it: nothing is counted for a page. */
export function countDesk(today: Day): DeskCounts {
  const stored = (of: string, from = '') =>
    prepared<[string, string], StoredCount>(
      `SELECT "key", "n" AS "count" FROM "Tally"
        WHERE "of" = ? AND "key" >= ? AND "n" > 0 ORDER BY "key"`,
    ).all(of, from);
  return {
    statuses: stored('status').map(({ key, count }) => ({ status: key as ClaimStatus, count })),
    ratings: stored('rating').map(({ key, count }) => ({ ratingKey: key, count })),
    approvals: stored('approved', lastMonths(today, MONTHS_SHOWN)[0] ?? today).map(
      ({ key, count }) => {
        const [month = '', days] = key.split(' ');
        return { month, days: Number(days), count };
      },
    ),
    open: stored('open').map(({ key, count }) => ({ day: key, count })),
    feedback: stored('engine').map(({ key, count }) => ({ became: key as Feedback, count })),
  };
}
