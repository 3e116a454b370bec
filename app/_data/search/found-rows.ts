import type { ClaimStatus } from '#domain/claims/claim';
import type { SearchKind } from '#domain/search/search';
import { prepared } from '../database/db';
import type { Hit } from './search-desk';

/** What a page shows of a row that was found. */
export type FoundRow = {
  readonly kind: SearchKind;
  /** The number of a claim, or the id of any other row. */
  readonly of: string;
  /** The words in which the search found its own. */
  readonly text: string;
  /** The name or title to open it by; null where that is the claim. */
  readonly title: string | null;
  /** The claim that it is about. */
  readonly claim: { readonly number: number; readonly text: string } | null;
  readonly status: ClaimStatus | null;
  /** The person, publisher or role behind it. */
  readonly by: string | null;
  /** The source that it can be evidence from. */
  readonly sourceId: string | null;
  readonly isArticle: boolean;
  /** Of a copy: its number. */
  readonly copy: number | null;
  /** Of the version of a verdict. */
  readonly number: number | null;
};

type Row = {
  readonly of: string;
  readonly text: string | null;
  readonly title?: string | null;
  readonly claimNumber?: number;
  readonly claimText?: string;
  readonly status?: ClaimStatus;
  readonly by?: string | null;
  readonly sourceId?: string;
  readonly isArticle?: number;
  readonly copy?: number;
  readonly number?: number;
};

const OF_CLAIM = `c."number" AS "claimNumber", c."text" AS "claimText"`;

const DETAILS = `ltrim(coalesce(d."publisher", '') || coalesce(', ' || d."author", '') || coalesce(', ' || d."url", ''), ', ')`;

/** How the rows of a kind are read, by the ids in a JSON array. */
const READ: Readonly<Record<SearchKind, string>> = {
  claim: `SELECT CAST(c."number" AS TEXT) AS "of",
      c."text" || coalesce((SELECT ' “' || a."exact" || '”' FROM "Appearance" a
        WHERE a."claimId" = c."id" AND a."first" AND instr(c."text", rtrim(a."exact", '.')) = 0 LIMIT 1), '') AS "text",
      ${OF_CLAIM}, c."status", p."name" AS "by"
    FROM json_each(?) j CROSS JOIN "Claim" c ON c."number" = CAST(j.value AS INTEGER)
    LEFT JOIN "Party" p ON p."id" = c."claimantId"`,
  claimant: `SELECT p."id" AS "of", p."name" AS "text", p."name" AS "title", p."role" AS "by"
    FROM json_each(?) j CROSS JOIN "Party" p ON p."id" = j.value`,
  explanation: `SELECT v."id" AS "of", v."explanation" || coalesce(' ' || v."correctedText", '') || coalesce(' ' || v."changeNote", '') AS "text",
      ${OF_CLAIM}, c."status", r."label" AS "by", v."n" AS "number"
    FROM json_each(?) j CROSS JOIN "Verdict" v ON v."id" = j.value CROSS JOIN "Claim" c ON c."id" = v."claimId"
    LEFT JOIN "Rating" r ON r."key" = v."ratingKey"`,
  quote: `SELECT e."id" AS "of", e."quote" || coalesce(' ' || e."note", '') AS "text", d."title", ${OF_CLAIM},
      d."publisher" AS "by", d."id" AS "sourceId", d."underCheck" AS "isArticle"
    FROM json_each(?) j CROSS JOIN "Evidence" e ON e."id" = j.value CROSS JOIN "Claim" c ON c."id" = e."claimId"
    CROSS JOIN "Document" d ON d."id" = e."documentId"`,
  comment: `SELECT k."id" AS "of", k."body" AS "text", ${OF_CLAIM}, u."name" AS "by"
    FROM json_each(?) j CROSS JOIN "Comment" k ON k."id" = j.value CROSS JOIN "Claim" c ON c."id" = k."claimId"
    CROSS JOIN "User" u ON u."id" = k."authorId"`,
  article: `SELECT d."id" AS "of", ${DETAILS} AS "text",
      d."title", d."publishedOn" AS "by", 1 AS "isArticle" FROM json_each(?) j CROSS JOIN "Document" d ON d."id" = j.value`,
  source: `SELECT d."id" AS "of", ${DETAILS} AS "text",
      d."title", d."publishedOn" AS "by", d."id" AS "sourceId" FROM json_each(?) j CROSS JOIN "Document" d ON d."id" = j.value`,
  copy: `SELECT k."id" AS "of", k."text", d."title", d."publisher" AS "by", d."id" AS "sourceId", d."underCheck" AS "isArticle", k."n" AS "copy"
    FROM json_each(?) j CROSS JOIN "Capture" k ON k."id" = j.value CROSS JOIN "Document" d ON d."id" = k."documentId"`,
};

/** The rows of these hits, which are of one kind, in their order. A row that has gone is left out. */
export function listFound(hits: readonly Hit[]): FoundRow[] {
  const kind = hits[0]?.kind;
  if (!kind) return [];
  const rows = prepared<[string], Row>(READ[kind]).all(JSON.stringify(hits.map(({ of }) => of)));
  const byId = new Map(rows.map((row) => [row.of, row]));
  return hits.flatMap(({ of }) => {
    const row = byId.get(of);
    return row && row.text !== null ? [toFound(kind, row, row.text)] : [];
  });
}

const toFound = (kind: SearchKind, row: Row, text: string): FoundRow => ({
  kind,
  of: row.of,
  text,
  title: row.title ?? null,
  claim:
    row.claimNumber === undefined ? null : { number: row.claimNumber, text: row.claimText ?? '' },
  status: row.status ?? null,
  by: row.by ?? null,
  sourceId: row.sourceId ?? null,
  isArticle: Boolean(row.isArticle),
  copy: row.copy ?? null,
  number: row.number ?? null,
});
