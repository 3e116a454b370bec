import type { Feedback } from '#domain/reports/desk-numbers';
import { prepared } from '../database/db';
import { toAfter } from '../record/stored-event';

/** A claim as the engine suggested it, or as people left it. */
type FedBack = {
  readonly text: string;
  readonly kind: string;
  readonly claimant: string | null;
  /** The words of its figures, in order. */
  readonly figures: readonly string[];
};

/** What became of one suggestion of the engine, for the people who train it. */
export type FeedbackLine = {
  readonly engine: string;
  readonly became: Feedback;
  readonly dismissReason: string | null;
  /** Its words in the article, with up to 32 characters before and after. */
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
  /** Null where the record was blanked by a takedown. */
  readonly suggested: FedBack | null;
  readonly now: FedBack;
};

const LINES_A_READ = 100;

/** Every decided suggestion of the engine, in the order of their numbers, a few at a time. */
export function* eachFeedback(): Generator<FeedbackLine> {
  for (let last = 0; ; ) {
    const rows = prepared<[number, number], Row>(
      `SELECT c."number", c."engineVersion" AS "engine", c."status", c."dismissReason", c."mended",
              c."text", c."kind", p."name" AS "claimant", a."prefix", a."exact", a."suffix",
              (SELECT json_group_array("listed"."surface") FROM (SELECT "surface" FROM "Quantity"
                WHERE "claimId" = c."id" ORDER BY "n") "listed") AS "figures",
              (SELECT e."after" FROM "Event" e WHERE e."claimId" = c."id"
                AND e."action" = 'claim.suggested' ORDER BY e."seq" LIMIT 1) AS "suggested",
              (SELECT json_group_array("again"."after") FROM (SELECT "after" FROM "Event"
                WHERE "claimId" = c."id" AND "action" = 'claim.readAgain' ORDER BY "seq") "again")
                AS "readAgain"
       FROM "Claim" c JOIN "Appearance" a ON a."claimId" = c."id" AND a."first" = 1
         LEFT JOIN "Party" p ON p."id" = c."claimantId"
       WHERE c."number" > ? AND c."engineVersion" IS NOT NULL AND c."status" <> 'suggested'
       ORDER BY c."number" LIMIT ?`,
    ).all(last, LINES_A_READ);
    const end = rows.at(-1);
    if (!end) return;
    last = end.number;
    for (const row of rows) yield toLine(row);
  }
}

type Row = Pick<FeedbackLine, 'engine' | 'dismissReason' | 'prefix' | 'exact' | 'suffix'> &
  Pick<FedBack, 'text' | 'kind' | 'claimant'> & {
    readonly number: number;
    readonly status: string;
    readonly mended: number;
    readonly figures: string;
    readonly suggested: string | null;
    readonly readAgain: string;
  };

function toLine(row: Row): FeedbackLine {
  const { engine, dismissReason, prefix, exact, suffix, text, kind, claimant, figures } = row;
  return {
    engine,
    became: becameOf(row),
    dismissReason,
    prefix,
    exact,
    suffix,
    suggested: toSuggested(row),
    now: { text, kind, claimant, figures: JSON.parse(figures) as string[] },
  };
}

function becameOf({ status, dismissReason, mended }: Row): Feedback {
  if (status === 'dismissed') return dismissReason === 'misread' ? 'misread' : 'dismissed';
  return mended ? 'mended' : 'untouched';
}

/** The first reading with what later readings changed in its words; its figures are the first ones. */
function toSuggested({ suggested, readAgain }: Row): FedBack | null {
  if (suggested === null) return null;
  const first = toAfter('claim.suggested', suggested);
  const later = (JSON.parse(readAgain) as (string | null)[]).map((after) =>
    toAfter('claim.readAgain', after),
  );
  const { text, kind, claimant = null } = Object.assign({}, first, ...later) as typeof first;
  if (text === undefined || kind === undefined) return null;
  return { text, kind, claimant, figures: (first.figures ?? []).map(({ surface }) => surface) };
}
