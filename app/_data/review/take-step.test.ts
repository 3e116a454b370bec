import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { NO_FILTER } from '#domain/claims/claim-list';
import { decideEvidence } from '#domain/review/attach-evidence';
import { FIRST_SCALE } from '#domain/review/rating';
import type { AskedStep } from '#domain/review/steps';
import { decideVerdict } from '#domain/review/verdict';
import { findClaim } from '../claims/claims';
import { reader, write } from '../database/db';
import { recordDetails } from '../documents/details';
import { findComparedFigures } from '../evidence/comparisons';
import { listEvidence } from '../evidence/evidence';
import { recordPair } from '../evidence/pairs';
import { recordEvidence, recordEvidenceEdit } from '../evidence/record-evidence';
import { listNotifications } from '../notices/notifications';
import { acceptInvitation, recordInvitation } from '../people/invitations';
import { recordActivation, recordDeactivation, recordRoleChange } from '../people/people';
import { sha256 } from '../record/record-events';
import { eachClaimReport } from '../reports/claim-report';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { peopleFigure } from '../testing/test-record';
import { findCameBack } from './came-back';
import { findReviewedClaim } from './gate-facts';
import { canAnotherApprove } from './planning';
import { findGates, recordWaiver, recordWaiverTakenBack, takeStep } from './take-step';
import { listVerdicts, recordVerdict } from './verdicts';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
  noor = await addPerson('Noor', 'editor');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  const articleId = await addTestArticle();
  claimId = (await reader().claim.findFirstOrThrow({ where: { articleId } })).id;
});

async function now() {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  return claim;
}

async function step(asked: AskedStep, by = ada) {
  const { revision, verdictCount } = await now();
  return takeStep({ claimId, revision, verdict: verdictCount, ...asked }, by);
}

async function attach(
  publisher: string,
  more: { stance?: 'supports' | 'refutes'; quote?: string; note?: string } = {},
) {
  const statement = {
    quote: more.quote ?? '8,140 employees',
    stance: more.stance ?? 'refutes',
    directness: 'primary',
    note: more.note ?? null,
  } as const;
  const text = '8,140 employees on 31 December 2025';
  const decision = decideEvidence(await now(), statement, { by: ada.userId, sourceText: text });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const details = {
    title: `Register of ${publisher}`,
    publisher,
    author: null,
    url: null,
    publishedOn: null,
    language: 'en',
  };
  const id = uuidv7();
  const origin = {
    kind: 'new',
    source: {
      id: uuidv7(),
      kind: 'record',
      details,
      origin: { method: 'paste', raw: text, text },
    },
  } as const;
  const quantities = [peopleFigure('8,140 employees', '8140')];
  await recordEvidence({ id, decision: decision.value, origin, quantities }, ada);
  await compare(id);
}

/** Holds the claim's figure against that of a piece of evidence. */
async function compare(evidenceId: string) {
  const { figures, evidenceFigures } = await findComparedFigures(claimId);
  const found = evidenceFigures.find((each) => each.evidenceId === evidenceId);
  const pair = { claimQuantityId: figures[0]?.id ?? '', evidenceQuantityId: found?.id ?? '' };
  expect(await recordPair(claimId, pair, ada)).toMatchObject({ ok: true });
}

async function giveVerdict(explanation = 'The register counts fewer.', by = ada) {
  const rating = FIRST_SCALE.find(({ key }) => key === 'mostlyFalse');
  if (!rating) throw new Error('no such rating');
  const decided = decideVerdict(
    await now(),
    {
      rating,
      reasons: [],
      asOf: null,
      explanation,
      correctedText: null,
      changeNote: 'Another register.',
    },
    by.userId,
  );
  if (!decided.ok) throw new Error(decided.refusal.kind);
  expect(await recordVerdict(decided.value, by)).toMatchObject({ ok: true });
}

async function prepare() {
  await step({ step: 'accept' });
  await attach('Registry');
  await attach('Courier', { stance: 'supports' });
  await giveVerdict();
}

const shut = async (by = noor) =>
  ((await findGates(claimId, by.userId)) ?? [])
    .filter(({ state, waiver }) => state === 'shut' && !waiver)
    .map(({ id }) => id);

test('two people publish a verdict, and every step writes its event, its rows and its notifications', async () => {
  await prepare();
  expect(await step({ step: 'submit', words: 'Please look.' })).toMatchObject({ ok: true });
  expect(await step({ step: 'approve' }, ada)).toMatchObject({
    refusal: { kind: 'gatesClosed', gates: [{ id: 'fourEyes' }] },
  });
  // An approval says which version was read.
  expect(await step({ step: 'approve', verdict: null }, noor)).toMatchObject({
    refusal: { kind: 'verdictNotShown', verdict: 1 },
  });
  expect(await step({ step: 'approve', words: 'Sound.' }, noor)).toMatchObject({ ok: true });
  expect(await step({ step: 'publish' }, noor)).toMatchObject({ ok: true });
  expect(await now()).toMatchObject({ status: 'published' });

  const [verdict] = await listVerdicts(claimId, true);
  expect(verdict).toMatchObject({
    decidedBy: 'Ada',
    approvals: [{ by: 'Noor', note: 'Sound.' }],
    publications: [{ by: 'Noor' }],
  });
  const publication = await reader().publication.findFirstOrThrow({ where: { claimId } });
  expect(sha256(toCanonicalJson(publication.frozen as Json))).toBe(publication.sha256);
  expect(publication.frozen).toMatchObject({
    claim: { text: 'The harbour employs 12,000 people.' },
    verdict: { explanation: 'The register counts fewer.' },
    approvedBy: { name: 'Noor' },
  });
  const events = await reader().event.findMany({ where: { claimId }, orderBy: { seq: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual([
    'claim.suggested',
    'claim.accepted',
    'claim.taken',
    'source.added',
    'evidence.attached',
    'figure.compared',
    'source.added',
    'evidence.attached',
    'figure.compared',
    'verdict.given',
    'claim.submitted',
    'claim.approved',
    'claim.published',
  ]);
  const notifications = await reader().notification.findMany({ where: { claimId } });
  expect(notifications.map(({ kind, userId }) => [kind, userId])).toEqual([
    ['submitted', noor.userId],
    ['approved', ada.userId],
    ['published', ada.userId],
  ]);
});

describe('four eyes', () => {
  test('are enforced by the database itself', async () => {
    await prepare();
    await step({ step: 'submit' });
    const reviewed = await findReviewedClaim(claimId);
    const row = {
      id: uuidv7(),
      claimId,
      verdictId: reviewed?.verdict?.id ?? '',
      submissionId: reviewed?.submissionId ?? '',
      at: new Date(),
      note: null,
    };
    await expect(
      write((tx) => tx.approval.create({ data: { ...row, byId: ada.userId } })),
    ).rejects.toThrow();
    expect(await reader().approval.count({ where: { claimId } })).toBe(0);
  });
  test('are named in the gate: before approval who must approve, after it who approved', async () => {
    await prepare();
    await step({ step: 'submit' });
    const words = async () =>
      (await findGates(claimId, noor.userId))?.find(({ id }) => id === 'fourEyes')?.message;
    expect(await words()).toBe('A person other than Ada must approve the verdict.');
    await step({ step: 'approve' }, noor);
    expect(await words()).toBe('Approved by Noor, who did not give the verdict.');
    await step({ step: 'reopen', words: 'One more look.' }, noor);
    expect(await words()).toBe('A person other than Ada must approve the verdict.');
  });
  test('are two for the latest version: its author cannot approve it', async () => {
    await prepare();
    await giveVerdict('The register of the port counts fewer.', noor);
    await step({ step: 'submit' });
    expect(await shut(noor)).toEqual(['fourEyes']);
    expect(await step({ step: 'approve' }, noor)).toMatchObject({ ok: false });
    expect(await step({ step: 'approve' }, ada)).toMatchObject({ ok: true });
  });
});

describe('an approval is of the submitted content', () => {
  beforeEach(async () => {
    await prepare();
    await step({ step: 'submit' });
  });
  test('a source with details corrected meanwhile blocks the gate', async () => {
    expect(await shut()).toEqual([]);
    const [item] = await listEvidence(claimId);
    if (!item) throw new Error('no evidence');
    const { id } = item.source;
    const document = await reader().document.findUniqueOrThrow({ where: { id } });
    const { title, author, url, publishedOn, language, revision } = document;
    const details = { title, author, url, publishedOn, language, publisher: 'Another' };
    await recordDetails('source', { id, revision, details }, new Map(), ada);
    expect(await shut()).toEqual(['unchanged']);
    expect(await step({ step: 'approve' }, noor)).toMatchObject({
      refusal: { kind: 'gatesClosed', gates: [{ id: 'unchanged' }] },
    });
    // Returned and submitted again as it is now, it can be approved.
    await step({ step: 'return', words: 'Look at the source.' }, noor);
    await step({ step: 'submit' });
    expect(await shut()).toEqual([]);
  });
  test('a figure changed in Prisma Studio blocks the gate', async () => {
    await write((tx) => tx.quantity.updateMany({ where: { claimId }, data: { value: '1' } }));
    expect(await shut()).toEqual(['verdictCurrent', 'unchanged']);
  });
  test('evidence cannot be edited during the review', async () => {
    const [item] = await listEvidence(claimId);
    if (!item) throw new Error('no evidence');
    const statement = { ...item, stance: 'context', note: null } as const;
    const { quote, stance, directness, note } = statement;
    const edit = { statement: { quote, stance, directness, note }, find: item.find };
    expect(await recordEvidenceEdit(item, edit, [], ada)).toMatchObject({ ok: false });
    expect((await listEvidence(claimId))[0]).toMatchObject({ stance: item.stance, revision: 0 });
  });
  test('an open comment blocks approval', async () => {
    const comment = { id: uuidv7(), claimId, body: 'Which year?', authorId: noor.userId };
    await write((tx) => tx.comment.create({ data: { ...comment, at: new Date() } }));
    expect(await shut()).toEqual(['commentsResolved']);
    await write((tx) =>
      tx.comment.update({
        where: { id: comment.id },
        data: { resolvedAt: new Date(), resolvedById: ada.userId },
      }),
    );
    expect(await shut()).toEqual([]);
  });
});

test('the reason for returning a claim is shown on the claim, and sent to its assignee', async () => {
  await prepare();
  expect(await findCameBack(claimId)).toBeNull();
  const notified = async () =>
    (await listNotifications(ada.userId, { after: null, size: 50 })).notifications
      .filter(({ kind }) => kind === 'returned' || kind === 'reopened')
      .map(({ kind, reason }) => [kind, reason]);
  const before = (await notified()).length;
  const latest = async () => (await notified()).slice(0, (await notified()).length - before);
  for (const words of ['Which year?', 'Which register?']) {
    await step({ step: 'submit' });
    await step({ step: 'return', words }, noor);
    expect(await findCameBack(claimId)).toMatchObject({
      way: 'returned',
      by: 'Noor',
      reason: words,
    });
  }
  await step({ step: 'submit' });
  await step({ step: 'approve', words: 'Sound.' }, noor);
  await step({ step: 'publish' }, noor);
  await step({ step: 'correct', words: 'The register was of 1998.' }, noor);
  expect(await findCameBack(claimId)).toMatchObject({
    way: 'corrected',
    by: 'Noor',
    reason: 'The register was of 1998.',
  });
  expect(await latest()).toEqual([
    ['reopened', 'The register was of 1998.'],
    ['returned', 'Which register?'],
    ['returned', 'Which year?'],
  ]);
});

test('evidence attached after a verdict requires a new version of the verdict', async () => {
  await prepare();
  expect(await shut()).toEqual([]);
  await attach('Ministry');
  expect(await shut()).toEqual(['verdictCurrent']);
  await giveVerdict();
  expect(await shut()).toEqual([]);
  expect((await listVerdicts(claimId, true))[0]).toMatchObject({ n: 2, supersedesN: 1 });
});

test('a waiver with a reason opens a gate, stays in the record when it is withdrawn, and is published with the verdict', async () => {
  await step({ step: 'accept' });
  await attach('Registry');
  await giveVerdict();
  expect(await shut()).toEqual(['independentSources', 'contraryEvidence']);
  const waive = async (gate: 'independentSources' | 'contraryEvidence', reason: string) =>
    recordWaiver({ claimId, revision: (await now()).revision, gate, reason }, ada);
  await waive('independentSources', 'Only the registry counts them.');
  await waive('contraryEvidence', 'Looked in the press of the year: none.');
  expect(await shut()).toEqual([]);
  const at = { claimId, revision: (await now()).revision, gate: 'contraryEvidence' } as const;
  await recordWaiverTakenBack(at, ada);
  expect(await shut()).toEqual(['contraryEvidence']);
  await waive('contraryEvidence', 'Looked in the press and in the archive: none.');
  expect(await reader().waiver.count({ where: { claimId } })).toBe(3);
  await step({ step: 'submit' });
  await step({ step: 'approve' }, noor);
  await step({ step: 'publish' }, noor);
  const { frozen } = await reader().publication.findFirstOrThrow({ where: { claimId } });
  expect(frozen).toMatchObject({
    waivers: [
      { gate: 'contraryEvidence', reason: 'Looked in the press and in the archive: none.' },
      { gate: 'independentSources', by: 'Ada' },
    ],
  });
});

test('a published verdict does not name the confidential origin of its source', async () => {
  await step({ step: 'accept' });
  await attach('Registry');
  await attach('Courier', { stance: 'supports' });
  const leak = uuidv7();
  await write(async (tx) => {
    const memo = {
      title: 'Memo',
      publisher: 'Jane Doe',
      confidential: true,
      kind: 'record',
    } as const;
    await tx.document.create({ data: { id: leak, underCheck: false, ...memo } });
    await tx.document.updateMany({
      where: { publisher: 'Registry', evidence: { some: { claimId } } },
      data: { derivedFromId: leak },
    });
  });
  await giveVerdict();
  await step({ step: 'submit' });
  await step({ step: 'approve' }, noor);
  await step({ step: 'publish' }, noor);
  const { frozen } = await reader().publication.findFirstOrThrow({ where: { claimId } });
  const hidden = `confidential:${leak.slice(-12)}`;
  expect(frozen).toMatchObject({
    evidence: [
      { capture: { document: { publisher: 'Registry', derivedFromId: hidden } } },
      { capture: { document: { publisher: 'Courier', derivedFromId: null } } },
    ],
    comparisons: [{ found: { origin: hidden } }, { found: { origin: 'publisher:courier' } }],
  });
  expect(JSON.stringify(frozen)).not.toMatch(new RegExp(`jane|${leak}`, 'i'));
});

describe('a published claim that changes', () => {
  beforeEach(async () => {
    await prepare();
    await step({ step: 'submit' });
    await step({ step: 'approve' }, noor);
    await step({ step: 'publish' }, noor);
  });
  test('is corrected with a public note, and both versions stay', async () => {
    await step({ step: 'correct', words: 'The register was of 1998.' }, noor);
    await giveVerdict('The newer register counts fewer.');
    await step({ step: 'submit' });
    await step({ step: 'approve' }, noor);
    expect(await shut()).toEqual([]);
    await step({ step: 'publish' }, noor);
    const verdicts = await listVerdicts(claimId, true);
    expect(verdicts.map(({ n, publications }) => [n, publications.map(({ by }) => by)])).toEqual([
      [2, ['Noor']],
      [1, ['Noor']],
    ]);
    expect(verdicts[1]?.corrections).toMatchObject([
      { kind: 'correction', note: 'The register was of 1998.', by: 'Noor' },
    ]);
  });
  test('is not published again after a correction without a new verdict', async () => {
    await step({ step: 'correct', words: 'The register was of 1998.' }, noor);
    expect(await shut()).toEqual(['newVersion']);
    expect(await step({ step: 'submit' })).toMatchObject({
      refusal: { kind: 'gatesClosed', gates: [{ id: 'newVersion' }] },
    });
    await giveVerdict('The newer register counts fewer.');
    expect(await step({ step: 'submit' })).toMatchObject({ ok: true });
    expect(await shut()).toEqual([]);
  });
  test('is not published again with another wording of the claim', async () => {
    await step({ step: 'reopen', words: 'A reader wrote.' }, noor);
    expect(await shut()).toEqual([]);
    const { revision } = await now();
    await write((tx) =>
      tx.claim.update({ where: { id: claimId, revision }, data: { headline: 'Harbour jobs' } }),
    );
    expect(await step({ step: 'submit' })).toMatchObject({
      refusal: { kind: 'gatesClosed', gates: [{ id: 'newVersion' }] },
    });
    await giveVerdict('The newer register counts fewer.');
    expect(await step({ step: 'submit' })).toMatchObject({ ok: true });
    expect(await shut()).toEqual(['correctionNoted']);
  });
  test('may be published again unchanged after a second review, and names all its approvers', async () => {
    const cleo = await addPerson('Cleo', 'editor');
    await step({ step: 'reopen', words: 'A reader wrote.' }, noor);
    await step({ step: 'submit' });
    await step({ step: 'approve', words: 'Still so.' }, cleo);
    await step({ step: 'publish' }, cleo);
    const [verdict, ...earlier] = await listVerdicts(claimId, true);
    expect(earlier).toEqual([]);
    expect(verdict).toMatchObject({
      approvals: [{ by: 'Noor' }, { by: 'Cleo', note: 'Still so.' }],
      publications: [{ by: 'Noor' }, { by: 'Cleo' }],
      approval: { by: 'Cleo' },
    });
    const { number } = await now();
    const report = [...eachClaimReport(NO_FILTER, 'newest')].flat();
    expect(report.find((row) => row.number === number)?.verdict).toMatchObject({
      approvedBy: 'Cleo',
    });
    // What it was corrected for before does not speak for what comes after.
    await step({ step: 'correct', words: 'The register was of 1998.' }, noor);
    expect(await shut()).toEqual(['newVersion']);
  });
  test('needs a public note each time it is replaced', async () => {
    for (const words of ['The register was of 1998.', 'It was of 1999.']) {
      await step({ step: 'reopen', words: 'A reader wrote.' }, noor);
      await giveVerdict(`Another register. ${words}`);
      await step({ step: 'submit' });
      await step({ step: 'approve' }, noor);
      expect(await shut()).toEqual(['correctionNoted']);
      expect(await step({ step: 'publish', words }, noor)).toMatchObject({ ok: true });
    }
  });
  test('is not replaced without a public note after it was reopened', async () => {
    await step({ step: 'reopen', words: 'A reader wrote.' }, noor);
    await giveVerdict('The newer register counts fewer.');
    await step({ step: 'submit' });
    await step({ step: 'approve' }, noor);
    expect(await step({ step: 'publish' }, noor)).toMatchObject({
      refusal: { kind: 'gatesClosed', gates: [{ id: 'correctionNoted' }] },
    });
    const noted = await step({ step: 'publish', words: 'The register was of 1998.' }, noor);
    expect(noted).toMatchObject({ ok: true });
    expect((await listVerdicts(claimId, true))[1]?.corrections).toMatchObject([
      { kind: 'correction' },
    ]);
  });
  test('may be withdrawn with a public reason, and reopened', async () => {
    await step({ step: 'withdraw', words: 'The register is a forgery.' }, noor);
    expect(await now()).toMatchObject({ status: 'withdrawn' });
    expect((await listVerdicts(claimId, true))[0]?.corrections).toMatchObject([
      { kind: 'withdrawal' },
    ]);
    expect(await step({ step: 'reopen', words: 'Again.' }, noor)).toMatchObject({ ok: true });
  });
});

test('a person without permission is refused as such, even if the claim has changed, and nothing is written', async () => {
  const viewer = await addPerson('Vera', 'viewer');
  const before = await reader().event.count();
  expect(await takeStep({ claimId, revision: 99, step: 'accept' }, viewer)).toEqual({
    ok: false,
    refusal: { kind: 'notPermitted', role: 'viewer' },
  });
  expect(await takeStep({ claimId, revision: 99, step: 'accept' }, ada)).toMatchObject({
    refusal: { kind: 'stale' },
  });
  expect(await takeStep({ claimId: uuidv7(), revision: 0, step: 'accept' }, ada)).toMatchObject({
    refusal: { kind: 'noSuchClaim' },
  });
  expect(await reader().event.count()).toBe(before);
});

test('fifty concurrent reviewers: every accepted step writes exactly one event, every other step is refused as stale', async () => {
  const WRITERS = 50;
  const CLAIMS = 20;
  const STEPS = 2000;
  const claims: string[] = [];
  for (let n = 0; n < CLAIMS; n++) {
    const articleId = await addTestArticle();
    claims.push((await reader().claim.findFirstOrThrow({ where: { articleId } })).id);
  }
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => addPerson(`Writer ${n}`, 'checker')),
  );
  const firstSeq = (await reader().event.aggregate({ _max: { seq: true } }))._max.seq ?? 0;
  const accepted = new Map<string, number>(claims.map((id) => [id, 0]));
  const refused: string[] = [];
  const ROUND: readonly AskedStep[] = [
    { step: 'accept' },
    { step: 'undo' },
    { step: 'dismiss', dismissReason: 'trivial' },
    { step: 'undo' },
  ];
  let left = STEPS;
  await Promise.all(
    writers.map(async (by, n) => {
      for (let turn = n; left-- > 0; turn++) {
        const id = claims[turn % CLAIMS] as string;
        const { status, revision } = await reader().claim.findUniqueOrThrow({
          where: { id },
          select: { status: true, revision: true },
        });
        const asked = status === 'suggested' ? ROUND[(turn % 2) * 2] : ROUND[1];
        const taken = await takeStep({ claimId: id, revision, ...(asked as AskedStep) }, by);
        if (taken.ok) accepted.set(id, (accepted.get(id) ?? 0) + 1);
        else refused.push(taken.refusal.kind);
      }
    }),
  );

  const total = [...accepted.values()].reduce((sum, each) => sum + each, 0);
  expect(total + refused.length).toBe(STEPS);
  expect(refused.length).toBeGreaterThan(0);
  expect(new Set(refused)).toEqual(new Set(['stale']));
  for (const [id, count] of accepted) {
    const claim = await reader().claim.findUniqueOrThrow({ where: { id } });
    const events = await reader().event.findMany({
      where: { claimId: id, seq: { gt: firstSeq } },
      orderBy: { seq: 'asc' },
    });
    expect(events).toHaveLength(count);
    expect(claim.revision).toBe(count);
    const after = events.map((event) => event.after as { revision: number; status: string });
    expect(after.map(({ revision }) => revision)).toEqual(after.map((_, index) => index + 1));
    expect(after.at(-1)?.status ?? 'suggested').toBe(claim.status);
  }
  const chain = await reader().event.findMany({
    orderBy: { seq: 'asc' },
    select: { hash: true, prevHash: true },
  });
  chain.reduce((before, { hash, prevHash }) => {
    expect(prevHash).toBe(before);
    return hash;
  }, '0'.repeat(64));
}, 120_000);

test('only an active editor or administrator can be the second person', async () => {
  expect(canAnotherApprove(ada.userId)).toBe(true);
  const isActive = (active: boolean) =>
    write((tx) => tx.user.updateMany({ where: { id: { not: ada.userId } }, data: { active } }));
  await isActive(false);
  await addPerson('Cem', 'checker');
  expect(canAnotherApprove(ada.userId)).toBe(false);
  expect(canAnotherApprove(noor.userId)).toBe(true);
  await isActive(true);
  expect(canAnotherApprove(ada.userId)).toBe(true);
});

test('a person who may approve from now on is notified once of each claim that waits already', async () => {
  await prepare();
  await step({ step: 'submit' });
  const notified = async (userId: string) =>
    (await reader().notification.findMany({ where: { claimId, userId } })).map((each) => ({
      kind: each.kind,
      by: each.causedById,
    }));
  const waits = [{ kind: 'submitted', by: ada.userId }];
  const admin = await addPerson('Ivo');

  const invitation = { id: uuidv7(), name: 'Mara', email: 'mara@example.org' } as const;
  const link = await recordInvitation({ ...invitation, role: 'editor' }, admin);
  if (!link.ok) throw new Error(link.refusal.kind);
  expect(await acceptInvitation(link.value, 'a hash')).toMatchObject({ ok: true });
  const mara = await reader().user.findUniqueOrThrow({ where: { email: invitation.email } });
  expect(await notified(mara.id)).toEqual(waits);

  const cem = await addPerson('Cemal', 'checker');
  await recordRoleChange(cem.userId, { shown: 'checker', role: 'editor' }, null, admin);
  expect(await notified(cem.userId)).toEqual(waits);
  await recordDeactivation(cem.userId, 'On leave', admin);
  await recordActivation(cem.userId, null, admin);
  expect(await notified(cem.userId)).toEqual(waits);

  // Nobody who may not approve, and not the author, who may be made an editor later.
  const eva = await addPerson('Eva', 'viewer');
  await recordRoleChange(eva.userId, { shown: 'viewer', role: 'checker' }, null, admin);
  expect(await notified(eva.userId)).toEqual([]);
  await recordRoleChange(ada.userId, { shown: 'editor', role: 'checker' }, null, admin);
  await recordRoleChange(ada.userId, { shown: 'checker', role: 'editor' }, null, admin);
  expect(await notified(ada.userId)).toEqual([]);
});
