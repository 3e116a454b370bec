import { v7 as uuidv7 } from 'uuid';
import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { isPermitted, type Role } from '#domain/people/permission';
import type { StepRows } from '#domain/record/claim-content';
import { accept, type Result, refuse } from '#domain/result';
import { type Gate, type GateId, gates } from '#domain/review/gates';
import { notificationsOf } from '#domain/review/notification';
import {
  type AskedStep,
  type ClaimStep,
  decideStep,
  REVIEW_STEPS,
  type StepRefusal,
} from '#domain/review/steps';
import { findLastOriginal } from '../claims/duplicates';
import type { NoRows } from '../claims/revision';
import { advanceRevision, type Stale, writeStep } from '../claims/revision';
import { type NotUnderWork, requireUnderWork } from '../claims/under-work';
import { insertMany } from '../database/bulk';
import { prepared, type Sqlite, type Tx, write, writeAtOnce } from '../database/db';
import { addNotifications } from '../notices/notifications';
import { type Actor, type EventDraft, event, recordEvents, sha256 } from '../record/record-events';
import {
  type ClaimInReview,
  findClaimInReview,
  findReviewedClaim,
  type ReviewedClaim,
} from './gate-facts';
import { findPublishedContent } from './published-content';

/** A person at work: the name in the record, and the permissions. */
export type Reviewer = Actor & { readonly userId: string; readonly role: Role };

export type RefusedStep =
  | StepRefusal
  | Stale
  | { readonly kind: 'noSuchClaim' }
  /** Nobody at work who may check has this id. */
  | { readonly kind: 'noSuchHolder' };

/**
 * Takes a step of the review, with everything it leaves behind: a submission, an approval, a
 * publication, a correction, notices, and one event.
 *
 * It is decided inside the write, on the claim as it stands there, so that nothing it was decided
 * on can change before it is recorded.
 *
 * @param asked  with the revision that the person saw
 */
export async function takeStep(
  { claimId, revision, ...asked }: AskedStep & { claimId: string; revision: number },
  by: Reviewer,
): Promise<Result<ClaimStep, RefusedStep>> {
  return writeAtOnce((db) => {
    const reviewed = REVIEW_STEPS[asked.step].gates ? findReviewedClaim(claimId, db) : null;
    const claim = reviewed ?? findClaimInReview(claimId, db);
    if (!claim) return refuse({ kind: 'noSuchClaim' });
    const duplicateLeadsToId = asked.duplicateOfId
      ? findLastOriginal(asked.duplicateOfId, db)
      : null;
    const decided = decideStep(
      claim.state,
      { ...asked, duplicateLeadsToId },
      { id: by.userId, role: by.role },
      reviewed ? gates(reviewed.facts, by.userId) : [],
    );
    // A missing permission is reported before a stale claim.
    if (!decided.ok && decided.refusal.kind === 'notPermitted') return decided;
    if (claim.state.revision !== revision) return refuse({ kind: 'stale' });
    if (!decided.ok) return decided;

    const step = decided.value;
    if (step.step === 'assign' && !mayBeAssigned(db, step.assigneeId)) {
      return refuse({ kind: 'noSuchHolder' });
    }
    writeStep(db, step, by, leaveRows(db, step, { claim, reviewed }, by));
    const notifications = notificationsOf(step, {
      by: by.userId,
      authorId: claim.verdict?.decidedById ?? null,
      editorIds: step.step === 'submit' ? findEditors(db) : [],
    });
    addNotifications(db, notifications, { claimId, causedById: by.userId });
    return accept(step);
  });
}

function mayBeAssigned(db: Sqlite, id: string | null): boolean {
  if (id === null) return true;
  const person = prepared<[string], { role: Role }>(
    'SELECT "role" FROM "User" WHERE "id" = ? AND "active"',
    db,
  ).get(id);
  return person !== undefined && isPermitted(person.role, 'claim.take');
}

const findEditors = (db: Sqlite): string[] =>
  prepared<[], { id: string }>(
    `SELECT "id" FROM "User" WHERE "active" AND "role" IN ('editor', 'admin')`,
    db,
  )
    .all()
    .map(({ id }) => id);

type Judged = { readonly claim: ClaimInReview; readonly reviewed: ReviewedClaim | null };

/** The rows that some steps write, and their content in the event. */
function leaveRows(
  db: Sqlite,
  step: ClaimStep,
  { claim: { verdict }, reviewed }: Judged,
  by: Reviewer,
): StepRows[keyof StepRows] | NoRows {
  if (!verdict) return {};
  const at = new Date();
  const row = { id: uuidv7(), claimId: step.claimId, verdictId: verdict.id, byId: by.userId, at };
  if (reviewed) return leaveJudgement(db, step, reviewed, row);
  if (step.step !== 'correct' && step.step !== 'withdraw') return {};
  const kind = step.step === 'withdraw' ? 'withdrawal' : 'correction';
  const verdictId = findOut(db, step.claimId) ?? verdict.id;
  insertMany(db, 'Correction', [{ ...row, verdictId, kind, note: step.words ?? '' }]);
  return { correction: row.id };
}

type Row = { id: string; claimId: string; verdictId: string; byId: string; at: Date };

/** What a step leaves that its gates were judged for. */
function leaveJudgement(
  db: Sqlite,
  step: ClaimStep,
  claim: ReviewedClaim,
  row: Row,
): StepRows[keyof StepRows] {
  const verdict = claim.verdict?.n ?? null;
  const contentSha256 = claim.facts.presentSha256;
  switch (step.step) {
    case 'submit':
      insertMany(db, 'Submission', [{ ...row, contentSha256 }]);
      return { submission: row.id, verdict, contentSha256, waived: waived(claim, row.byId) };
    case 'approve': {
      const { submissionId } = claim;
      if (!submissionId) throw new Error('A claim in review has no submission.');
      insertMany(db, 'Approval', [{ ...row, submissionId, note: step.words }]);
      return { approval: row.id, submission: submissionId, verdict, contentSha256 };
    }
    default:
      return publish(db, step, claim, row);
  }
}

/** The version that readers were given last, which need not be the latest; null before the first. */
const findOut = (db: Sqlite, claimId: string): string | null =>
  prepared<[string], { verdictId: string }>(
    'SELECT "verdictId" FROM "Publication" WHERE "claimId" = ? ORDER BY "n" DESC LIMIT 1',
    db,
  ).get(claimId)?.verdictId ?? null;

const APPROVAL = `
  SELECT a."at", u."id", u."name" FROM "Approval" a JOIN "User" u ON u."id" = a."byId"
  WHERE a."claimId" = ? ORDER BY a."id" DESC LIMIT 1`;

function publish(
  db: Sqlite,
  step: ClaimStep,
  claim: ReviewedClaim,
  row: Row,
): StepRows['published'] {
  const approval = prepared<[string], { at: string; id: string; name: string }>(APPROVAL, db).get(
    row.claimId,
  );
  if (!approval) throw new Error('A claim that is published has no approval.');
  const { at, ...approvedBy } = approval;
  const out = findOut(db, row.claimId);
  const correction = claim.facts.needsCorrectionNote && out ? uuidv7() : null;
  if (correction && out) {
    const content = { kind: 'correction', note: step.words ?? '' };
    insertMany(db, 'Correction', [{ ...row, ...content, verdictId: out, id: correction }]);
  }
  const frozen: Json = {
    ...findPublishedContent(db, claim),
    waivers: claim.facts.waivers.map(({ gate, reason, by }) => ({ gate, reason, by })),
    approvedBy,
    approvedAt: new Date(at).toISOString(),
  };
  const published = prepared<[string], { n: number }>(
    'SELECT count(*) AS n FROM "Publication" WHERE "claimId" = ?',
    db,
  ).get(row.claimId);
  const n = 1 + (published?.n ?? 0);
  const digest = sha256(toCanonicalJson(frozen));
  const stored = { ...row, n, frozen: JSON.stringify(frozen), sha256: digest };
  insertMany(db, 'Publication', [stored]);
  const verdict = claim.verdict?.n ?? null;
  return { publication: row.id, n, verdict, sha256: digest, ...(correction && { correction }) };
}

const waived = (claim: ReviewedClaim, by: string) =>
  gates(claim.facts, by).flatMap(({ id, waiver }) =>
    waiver ? [{ gate: id, reason: waiver.reason }] : [],
  );

/** The gates of a claim, judged for one person; null when there is no such claim. */
export async function findGates(claimId: string, by: string): Promise<readonly Gate[] | null> {
  const claim = findReviewedClaim(claimId);
  return claim && gates(claim.facts, by);
}

/**
 * Passes a gate with a reason, in place of any reason given before.
 *
 * @returns refused when the claim is not under work, or somebody changed it meanwhile
 */
export async function recordWaiver(
  {
    claimId,
    revision,
    gate,
    reason,
  }: { claimId: string; revision: number; gate: GateId; reason: string },
  by: Reviewer,
): Promise<Result<void, Stale | NotUnderWork>> {
  return changeWaiver({ claimId, revision, gate }, by, async (tx, known) => {
    const id = uuidv7();
    await tx.waiver.create({
      data: { id, claimId, gate, reason, byId: by.userId, at: new Date() },
    });
    return event('gate.waived', id, {
      claimId,
      ...known,
      after: { gate, reason, revision: revision + 1 },
    });
  });
}

/** Takes the reason back: the gate must be passed as it stands. */
export async function recordWaiverTakenBack(
  { claimId, revision, gate }: { claimId: string; revision: number; gate: GateId },
  by: Reviewer,
): Promise<Result<void, Stale | NotUnderWork>> {
  return changeWaiver({ claimId, revision, gate }, by, async (_, known) =>
    event('gate.waiverTakenBack', claimId, {
      claimId,
      ...known,
      after: { gate, revision: revision + 1 },
    }),
  );
}

/** The reason that stood before, where there was one. */
type KnownWaiver = { readonly before?: { readonly gate: GateId; readonly reason: string } };

async function changeWaiver(
  { claimId, revision, gate }: { claimId: string; revision: number; gate: GateId },
  by: Reviewer,
  change: (tx: Tx, known: KnownWaiver) => Promise<EventDraft>,
): Promise<Result<void, Stale | NotUnderWork>> {
  return write(async (tx) => {
    const underWork = await requireUnderWork(tx, claimId);
    if (!underWork.ok) return underWork;
    if (!advanceRevision(tx, { claimId, revision }, {})) return refuse({ kind: 'stale' });
    const known = await tx.waiver.findMany({ where: { claimId, gate, takenBackAt: null } });
    await tx.waiver.updateMany({
      where: { claimId, gate, takenBackAt: null },
      data: { takenBackAt: new Date() },
    });
    const before = known[0] && { gate, reason: known[0].reason };
    recordEvents(tx, by, [await change(tx, before ? { before } : {})]);
    return accept(undefined);
  });
}
