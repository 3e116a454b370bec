import type { Json } from '#domain/canonical-json';
import type {
  AppearanceModel,
  CaptureModel,
  ClaimModel,
  CorrectionModel,
  DocumentModel,
  EvidenceModel,
  PartyModel,
  QuantityModel,
  RatingModel,
  SubmissionModel,
  VerdictModel,
  WaiverModel,
} from '#prisma/models';
import { preparedOn, type Sqlite } from '../database/prepared';

// What the review reads of one claim, each row by its index. Prisma asks a query of every relation, and
// for a count it groups the whole table.

/** The status of a claim, and the parts of its verdict that steps need. */
export type StepRow = Pick<ClaimModel, 'id' | 'status' | 'revision' | 'assigneeId'> & {
  readonly evidenceCount: number;
  readonly verdictId: string | null;
  /** The number of the latest verdict; 0 before the first. */
  readonly verdictCount: number;
  readonly decidedById: string | null;
  readonly submissionId: string | null;
};

/** Null when there is no claim with this id. */
export const readStepRow = (id: string, db: Sqlite): StepRow | null =>
  preparedOn<[string], StepRow>(
    `SELECT c."id", c."status", c."revision", c."assigneeId",
      (SELECT count(*) FROM "Evidence" e WHERE e."claimId" = c."id" AND e."removedAt" IS NULL)
        AS "evidenceCount",
      v."id" AS "verdictId", coalesce(v."n", 0) AS "verdictCount", v."decidedById",
      (SELECT max(s."id") FROM "Submission" s WHERE s."claimId" = c."id") AS "submissionId"
    FROM "Claim" c LEFT JOIN "Verdict" v ON v."claimId" = c."id"
      AND v."n" = (SELECT max(l."n") FROM "Verdict" l WHERE l."claimId" = c."id")
    WHERE c."id" = ?`,
    db,
  ).get(id) ?? null;

type Source = Pick<
  DocumentModel,
  'id' | 'title' | 'publisher' | 'author' | 'url' | 'publishedOn' | 'derivedFromId'
>;

/** A claim with everything that its gates are judged on. */
export type ReviewedRow = Pick<
  ClaimModel,
  | 'articleId'
  | 'text'
  | 'headline'
  | 'kind'
  | 'checkable'
  | 'saidOn'
  | 'eventOn'
  | 'place'
  | 'claimantUnknownReason'
> & {
  readonly claimant: Pick<PartyModel, 'name' | 'role'> | null;
  readonly appearances: readonly (Pick<AppearanceModel, 'captureId' | 'start' | 'end' | 'exact'> & {
    readonly textSha256: string | null;
  })[];
  readonly quantities: readonly Omit<
    QuantityModel,
    'claimId' | 'evidenceId' | 'baseLowNumber' | 'baseHighNumber'
  >[];
  readonly evidence: readonly (Pick<
    EvidenceModel,
    | 'id'
    | 'quote'
    | 'stance'
    | 'directness'
    | 'note'
    | 'quoteFound'
    | 'quoteScore'
    | 'quoteChange'
    | 'fileSha256'
    | 'page'
    | 'countsWithId'
    | 'comesFrom'
  > & {
    readonly independent: boolean | null;
    readonly confidential: boolean;
    readonly document: Source;
    readonly capture: Pick<CaptureModel, 'id' | 'sha256' | 'textSha256'> | null;
  })[];
  readonly verdict:
    | (Pick<
        VerdictModel,
        | 'id'
        | 'n'
        | 'asOf'
        | 'explanation'
        | 'correctedText'
        | 'changeNote'
        | 'decidedById'
        | 'suggestedKey'
        | 'otherwiseReason'
      > & {
        readonly decidedBy: string;
        readonly reasons: Json;
        readonly evidence: Json;
        readonly comparisons: Json;
        readonly rating: Pick<RatingModel, 'key' | 'label' | 'value'>;
      })
    | null;
  readonly submission:
    | (Pick<SubmissionModel, 'id' | 'contentSha256'> & { readonly approvedBy: string | null })
    | null;
  readonly publication: {
    readonly verdictId: string;
    readonly at: Date;
    readonly frozen: Json;
  } | null;
  readonly corrections: readonly Pick<CorrectionModel, 'verdictId' | 'kind' | 'at'>[];
  readonly waivers: readonly (Pick<WaiverModel, 'id' | 'gate' | 'reason'> & {
    readonly by: string;
  })[];
  readonly openThreads: number;
};

/** Null when there is no claim with this id. */
export function readReviewedRow(id: string, db: Sqlite): ReviewedRow | null {
  const all = <Row>(sql: string) => preparedOn<[string], Row>(sql, db).all(id);
  const first = <Row>(sql: string) => preparedOn<[string], Row>(sql, db).get(id) ?? null;
  const claim = first<
    Omit<ReviewedRow, 'checkable'> & {
      checkable: number;
      name: string | null;
      role: string | null;
    }
  >(`SELECT c."articleId", c."text", c."headline", c."kind", c."checkable", c."saidOn", c."eventOn",
      c."place", c."claimantUnknownReason", p."name", p."role"
    FROM "Claim" c LEFT JOIN "Party" p ON p."id" = c."claimantId" WHERE c."id" = ?`);
  if (!claim) return null;
  const { name, role, checkable, ...wording } = claim;
  return {
    ...wording,
    checkable: Boolean(checkable),
    claimant: name === null ? null : { name, role },
    appearances: all(`SELECT a."captureId", a."start", a."end", a."exact", k."textSha256"
      FROM "Appearance" a JOIN "Capture" k ON k."id" = a."captureId"
      WHERE a."claimId" = ? ORDER BY a."id"`),
    quantities: all<QuantityModel>(`SELECT * FROM "Quantity" WHERE "claimId" = ? ORDER BY "n"`).map(
      ({ claimId: _c, evidenceId: _e, baseLowNumber: _l, baseHighNumber: _h, ...row }) => ({
        ...row,
        ...toFlags(row),
      }),
    ),
    evidence: all<EvidenceColumns>(EVIDENCE).map(toEvidence),
    verdict: toVerdict(first<VerdictColumns>(VERDICT)),
    submission: first(`SELECT s."id", s."contentSha256", u."name" AS "approvedBy"
      FROM "Submission" s LEFT JOIN "Approval" a ON a."submissionId" = s."id"
        LEFT JOIN "User" u ON u."id" = a."byId"
      WHERE s."claimId" = ? ORDER BY s."id" DESC LIMIT 1`),
    publication: toPublication(
      first(`SELECT "verdictId", "at", "frozen" FROM "Publication"
        WHERE "claimId" = ? ORDER BY "n" DESC LIMIT 1`),
    ),
    corrections: all<{ verdictId: string; kind: CorrectionModel['kind']; at: string }>(
      `SELECT "verdictId", "kind", "at" FROM "Correction" WHERE "claimId" = ?`,
    ).map(({ at, ...row }) => ({ ...row, at: new Date(at) })),
    waivers: all(`SELECT w."id", w."gate", w."reason", u."name" AS "by"
      FROM "Waiver" w JOIN "User" u ON u."id" = w."byId"
      WHERE w."claimId" = ? AND w."takenBackAt" IS NULL ORDER BY w."id" DESC`),
    openThreads:
      first<{ n: number }>(`SELECT count(*) AS n FROM "Comment"
        WHERE "claimId" = ? AND "threadId" IS NULL AND "resolvedAt" IS NULL`)?.n ?? 0,
  };
}

/** SQLite has a flag as 0 or 1, and no flag as null. */
export const toFlags = (row: Pick<QuantityModel, 'cumulative' | 'leading' | 'corrected'>) => ({
  cumulative: row.cumulative === null ? null : Boolean(row.cumulative),
  leading: Boolean(row.leading),
  corrected: Boolean(row.corrected),
});

const EVIDENCE = `
  SELECT e."id", e."quote", e."stance", e."directness", e."note", e."quoteFound", e."quoteScore",
    e."quoteChange", e."fileSha256", e."page", e."independent", e."countsWithId", e."comesFrom",
    d."id" AS "documentId", d."title", d."publisher", d."author",
    d."url", d."publishedOn", d."derivedFromId", d."confidential", k."id" AS "captureId", k."sha256",
    k."textSha256"
  FROM "Evidence" e JOIN "Document" d ON d."id" = e."documentId"
    LEFT JOIN "Capture" k ON k."id" = e."captureId"
  WHERE e."claimId" = ? AND e."removedAt" IS NULL ORDER BY e."id"`;

type EvidenceColumns = Omit<
  ReviewedRow['evidence'][number],
  'confidential' | 'document' | 'capture' | 'independent'
> &
  Omit<Source, 'id'> & {
    readonly independent: number | null;
    readonly documentId: string;
    readonly confidential: number;
    readonly captureId: string | null;
    readonly sha256: string | null;
    readonly textSha256: string | null;
  };

function toEvidence({
  documentId,
  title,
  publisher,
  author,
  url,
  publishedOn,
  derivedFromId,
  confidential,
  captureId,
  sha256,
  textSha256,
  independent,
  ...content
}: EvidenceColumns): ReviewedRow['evidence'][number] {
  return {
    ...content,
    independent: independent === null ? null : Boolean(independent),
    confidential: Boolean(confidential),
    document: { id: documentId, title, publisher, author, url, publishedOn, derivedFromId },
    capture: captureId === null ? null : { id: captureId, sha256, textSha256 },
  };
}

const VERDICT = `
  SELECT v."id", v."n", v."asOf", v."explanation", v."correctedText", v."changeNote", v."decidedById",
    v."suggestedKey", v."otherwiseReason", v."reasons", v."evidence", v."comparisons",
    u."name" AS "decidedBy", r."key", r."label", r."value"
  FROM "Verdict" v JOIN "User" u ON u."id" = v."decidedById"
    JOIN "Rating" r ON r."key" = v."ratingKey"
  WHERE v."claimId" = ? ORDER BY v."n" DESC LIMIT 1`;

type Verdict = NonNullable<ReviewedRow['verdict']>;
type VerdictColumns = Omit<Verdict, 'rating' | 'reasons' | 'evidence' | 'comparisons'> &
  Verdict['rating'] & {
    readonly reasons: string;
    readonly evidence: string;
    readonly comparisons: string;
  };

function toVerdict(row: VerdictColumns | null): Verdict | null {
  if (!row) return null;
  const { key, label, value, reasons, evidence, comparisons, ...content } = row;
  return {
    ...content,
    rating: { key, label, value },
    reasons: JSON.parse(reasons),
    evidence: JSON.parse(evidence),
    comparisons: JSON.parse(comparisons),
  };
}

const toPublication = (
  row: { verdictId: string; at: string; frozen: string } | null,
): ReviewedRow['publication'] =>
  row && { ...row, at: new Date(row.at), frozen: JSON.parse(row.frozen) };

/** The text of a copy; null when it has none any more. */
export const readCaptureText = (id: string, db: Sqlite): string | null =>
  preparedOn<[string], { text: string | null }>(
    'SELECT "text" FROM "Capture" WHERE "id" = ?',
    db,
  ).get(id)?.text ?? null;
