import { v7 as uuidv7 } from 'uuid';
import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { type Gate, type GateId, gates } from '#domain/gates';
import { noticesOf } from '#domain/notification';
import { isPermitted, type Role } from '#domain/permission';
import { accept, type Result, refuse } from '#domain/result';
import {
  type AskedStep,
  type ClaimStep,
  decideStep,
  isUnderWork,
  type StepRefusal,
} from '#domain/review';
import { moveOn, type Stale, writeStep } from './claim-moves';
import { type Tx, write } from './db';
import { findLastOriginal } from './duplicates';
import { type Actor, recordEvents, sha256 } from './events';
import { findReviewedClaim, type ReviewedClaim } from './gate-facts';
import { addNotices } from './notifications';
import { findPublishedContent } from './published-content';

/** Somebody at work: who the record names, and what they may do. */
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
  return write(async (tx) => {
    const claim = await findReviewedClaim(claimId, tx);
    if (!claim) return refuse({ kind: 'noSuchClaim' });
    const judged = gates(claim.facts, by.userId);
    const duplicateLeadsToId = asked.duplicateOfId
      ? await findLastOriginal(asked.duplicateOfId, tx)
      : null;
    const decided = decideStep(
      claim.state,
      { ...asked, duplicateLeadsToId },
      { id: by.userId, role: by.role },
      judged,
    );
    // What somebody may not do at all, they are told before that the claim has moved on.
    if (!decided.ok && decided.refusal.kind === 'notPermitted') return decided;
    if (claim.state.revision !== revision) return refuse({ kind: 'stale' });
    if (!decided.ok) return decided;

    const step = decided.value;
    if (step.step === 'assign' && !(await mayHold(tx, step.assigneeId))) {
      return refuse({ kind: 'noSuchHolder' });
    }
    const left = await leaveRows(tx, step, claim, by);
    await writeStep(tx, step, by, left);
    const editors = step.step === 'submit' ? await findEditors(tx) : [];
    await addNotices(
      tx,
      noticesOf(step, {
        by: by.userId,
        authorId: claim.verdict?.decidedById ?? null,
        editorIds: editors,
      }),
      { claimId, causedById: by.userId },
    );
    return accept(step);
  });
}

async function mayHold(tx: Tx, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const person = await tx.user.findUnique({ where: { id }, select: { active: true, role: true } });
  return Boolean(person?.active && isPermitted(person.role, 'claim.take'));
}

async function findEditors(tx: Tx): Promise<string[]> {
  const people = await tx.user.findMany({
    where: { active: true, role: { in: ['editor', 'admin'] } },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}

/** The rows that some steps leave, and what the event says of them. */
async function leaveRows(
  tx: Tx,
  step: ClaimStep,
  claim: ReviewedClaim,
  by: Reviewer,
): Promise<{ readonly [key: string]: Json }> {
  const { verdict } = claim;
  if (!verdict) return {};
  const at = new Date();
  const row = { id: uuidv7(), claimId: step.claimId, verdictId: verdict.id, byId: by.userId, at };
  switch (step.step) {
    case 'submit': {
      const contentSha256 = claim.facts.presentSha256;
      await tx.submission.create({ data: { ...row, contentSha256 } });
      return { submission: row.id, verdict: verdict.n, contentSha256, waived: waived(claim, by) };
    }
    case 'approve': {
      if (!claim.submissionId) throw new Error('A claim in review has no submission.');
      const approval = { ...row, submissionId: claim.submissionId, note: step.words };
      await tx.approval.create({ data: approval });
      return {
        approval: row.id,
        submission: claim.submissionId,
        verdict: verdict.n,
        contentSha256: claim.facts.presentSha256,
      };
    }
    case 'publish':
      return publish(tx, step, claim, row);
    case 'correct':
    case 'withdraw': {
      const out = await findOut(tx, step.claimId);
      const kind = step.step === 'withdraw' ? 'withdrawal' : 'correction';
      const note = step.words ?? '';
      await tx.correction.create({ data: { ...row, ...out, kind, note } });
      return { correction: row.id };
    }
    default:
      return {};
  }
}

type Row = { id: string; claimId: string; verdictId: string; byId: string; at: Date };

/** The version that readers were given last, which need not be the latest. */
const findOut = (tx: Tx, claimId: string) =>
  tx.publication.findFirst({
    where: { claimId },
    orderBy: { n: 'desc' },
    select: { verdictId: true },
  });

async function publish(tx: Tx, step: ClaimStep, claim: ReviewedClaim, row: Row) {
  const approval = await tx.approval.findFirstOrThrow({
    where: { claimId: row.claimId },
    orderBy: { id: 'desc' },
    select: { at: true, by: { select: { id: true, name: true } } },
  });
  const out = await findOut(tx, row.claimId);
  const correction = claim.facts.needsCorrectionNote && out ? uuidv7() : null;
  if (correction) {
    const note = { kind: 'correction', note: step.words ?? '' } as const;
    await tx.correction.create({ data: { ...row, ...out, ...note, id: correction } });
  }
  const frozen: Json = {
    ...(await findPublishedContent(tx, claim)),
    waivers: claim.facts.waivers.map(({ gate, reason, by }) => ({ gate, reason, by })),
    approvedBy: approval.by,
    approvedAt: approval.at.toISOString(),
  };
  const n = 1 + (await tx.publication.count({ where: { claimId: row.claimId } }));
  const digest = sha256(toCanonicalJson(frozen));
  await tx.publication.create({ data: { ...row, n, frozen: frozen as object, sha256: digest } });
  return {
    publication: row.id,
    n,
    verdict: claim.verdict?.n ?? null,
    sha256: digest,
    ...(correction && { correction }),
  };
}

const waived = (claim: ReviewedClaim, by: Reviewer): Json =>
  gates(claim.facts, by.userId).flatMap(({ id, waiver }) =>
    waiver ? [{ gate: id, reason: waiver.reason }] : [],
  );

/** The gates of a claim, judged for one person; null when there is no such claim. */
export async function findGates(claimId: string, by: string): Promise<readonly Gate[] | null> {
  const claim = await findReviewedClaim(claimId);
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
): Promise<Result<void, Stale | { kind: 'wrongStatus'; status: ClaimStep['from'] }>> {
  return changeWaiver({ claimId, revision, gate }, by, async (tx) => {
    const id = uuidv7();
    await tx.waiver.create({
      data: { id, claimId, gate, reason, byId: by.userId, at: new Date() },
    });
    return {
      ...onWaiver(claimId, id, 'gate.waived'),
      after: { gate, reason, revision: revision + 1 },
    };
  });
}

/** Takes the reason back: the gate must be passed as it stands. */
export async function recordWaiverTakenBack(
  { claimId, revision, gate }: { claimId: string; revision: number; gate: GateId },
  by: Reviewer,
): Promise<Result<void, Stale | { kind: 'wrongStatus'; status: ClaimStep['from'] }>> {
  return changeWaiver({ claimId, revision, gate }, by, async () => ({
    ...onWaiver(claimId, claimId, 'gate.waiverTakenBack'),
    after: { gate, revision: revision + 1 },
  }));
}

const onWaiver = (claimId: string, entityId: string, action: string) => ({
  action,
  entity: 'waiver',
  entityId,
  claimId,
});

async function changeWaiver(
  { claimId, revision, gate }: { claimId: string; revision: number; gate: GateId },
  by: Reviewer,
  change: (tx: Tx) => Promise<Parameters<typeof recordEvents>[2][number]>,
): Promise<Result<void, Stale | { kind: 'wrongStatus'; status: ClaimStep['from'] }>> {
  return write(async (tx) => {
    const claim = await tx.claim.findUniqueOrThrow({
      where: { id: claimId },
      select: { status: true },
    });
    if (!isUnderWork(claim.status)) return refuse({ kind: 'wrongStatus', status: claim.status });
    if (!(await moveOn(tx, { claimId, revision }, {}))) return refuse({ kind: 'stale' });
    const known = await tx.waiver.findMany({ where: { claimId, gate, takenBackAt: null } });
    await tx.waiver.updateMany({
      where: { claimId, gate, takenBackAt: null },
      data: { takenBackAt: new Date() },
    });
    const event = await change(tx);
    await recordEvents(tx, by, [
      { ...event, ...(known[0] && { before: { gate, reason: known[0].reason } }) },
    ]);
    return accept(undefined);
  });
}
