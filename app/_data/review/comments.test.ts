import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIRST_SCALE } from '#domain/review/rating';
import { decideVerdict } from '#domain/review/verdict';
import { type Claim, findClaim } from '../claims/claims';
import { reader, write } from '../database/db';
import {
  countUnread,
  findNotification,
  listNotifications,
  recordAllRead,
  recordOpened,
} from '../notices/notifications';
import { listClaimEvents } from '../record/record-events';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { listThreads, recordComment, recordResolution } from './comments';
import { findReviewedClaim } from './gate-facts';
import { findGates } from './take-step';
import { recordVerdict } from './verdicts';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;
let lea: Awaited<ReturnType<typeof addPerson>>;
let claim: Claim;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada Brandt');
  noor = await addPerson('Noor Aziz', 'checker');
  lea = await addPerson('Lea Roth', 'viewer');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  await write((tx) => tx.notification.deleteMany());
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  claim = await reload(id);
});

async function reload(id: string): Promise<Claim> {
  const found = await findClaim(id);
  if (!found) throw new Error(`claim ${id} is gone`);
  return found;
}

async function say(
  body: string,
  { by = ada, threadId = null as string | null, id = uuidv7() } = {},
) {
  const recorded = await recordComment({ id, claimId: claim.id, threadId, body }, by);
  return { id, ...recorded };
}

const kindsOf = async ({ userId }: { userId: string }) =>
  (await listNotifications(userId, { after: null, size: 50 })).notifications.map(
    ({ kind }) => kind,
  );

describe('a comment', () => {
  test('is stored with its author, and does not change the revision of the claim', async () => {
    const { id } = await say('Is this the 2019 count?\n<b>Look</b>');
    expect(listThreads(claim.id)).toMatchObject([
      { id, body: 'Is this the 2019 count?\n<b>Look</b>', author: 'Ada Brandt', replies: [] },
    ]);
    expect(listThreads(claim.id)[0]?.at.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect((await reload(claim.id)).revision).toBe(claim.revision);
    const [event] = await listClaimEvents(claim.id);
    expect(event).toMatchObject({
      action: 'comment.added',
      entity: 'comment',
      entityId: id,
      after: { body: 'Is this the 2019 count?\n<b>Look</b>' },
    });
  });

  test('sent twice is recorded once, and notifies once', async () => {
    const id = uuidv7();
    const first = await say('@Noor Aziz?', { id });
    const second = await say('@Noor Aziz?', { id });
    expect([first, second]).toMatchObject([{ value: 'recorded' }, { value: 'alreadyThere' }]);
    expect(listThreads(claim.id)).toHaveLength(1);
    expect(countUnread(noor.userId)).toBe(1);
    const events = await listClaimEvents(claim.id);
    expect(events.filter(({ action }) => action === 'comment.added')).toHaveLength(1);
  });

  test('notifies the people whom it mentions, and marks them as notified', async () => {
    await say('@noor aziz and @Lea, please. Not press@Noor.example.');
    expect(await kindsOf(noor)).toEqual(['mentioned']);
    expect(await kindsOf(lea)).toEqual(['mentioned']);
    expect(await kindsOf(ada)).toEqual([]);
    const names = listThreads(claim.id)[0]?.mentioned.map(({ name }) => name);
    expect(names?.sort()).toEqual(['Lea Roth', 'Noor Aziz']);
  });

  test('does not notify a person who has left', async () => {
    const gone = await addPerson('Gert Old');
    await write((tx) => tx.user.update({ where: { id: gone.userId }, data: { active: false } }));
    await say('@Gert Old knows');
    expect(countUnread(gone.userId)).toBe(0);
  });

  test('notifies the assignee, the author of the verdict, and the participants', async () => {
    const assignee = await addPerson('Holder');
    const author = await addPerson('Author');
    await write((tx) =>
      tx.claim.update({
        where: { id: claim.id },
        data: { status: 'checking', assigneeId: assignee.userId },
      }),
    );
    claim = await reload(claim.id);
    const rating = FIRST_SCALE.find(({ value }) => value === null);
    if (!rating) throw new Error('the scale has changed');
    const verdict = decideVerdict(
      claim,
      {
        rating,
        reasons: [],
        explanation: 'No source.',
        correctedText: null,
        asOf: null,
        changeNote: null,
      },
      author.userId,
    );
    if (!verdict.ok) throw new Error('the rule refused');
    await recordVerdict(verdict.value, author);

    const { id } = await say('Why not?', { by: noor });
    await say('Because.', { by: ada, threadId: id });
    expect(await kindsOf(assignee)).toEqual(['commented', 'commented']);
    expect(await kindsOf(author)).toEqual(['commented', 'commented']);
    expect(await kindsOf(noor)).toEqual(['commented']);
    expect(await kindsOf(lea)).toEqual([]);
  });
});

describe('a thread', () => {
  test('holds its replies in their order, and open ones stand first', async () => {
    const first = await say('first');
    const second = await say('second', { by: noor });
    await say('to the first', { threadId: first.id });
    await say('again', { by: noor, threadId: first.id });
    await recordResolution(first.id, true, noor);
    expect(
      listThreads(claim.id).map(({ body, replies, resolvedBy }) => [
        body,
        replies.map((reply) => reply.body),
        resolvedBy,
      ]),
    ).toEqual([
      ['second', [], null],
      ['first', ['to the first', 'again'], 'Noor Aziz'],
    ]);
    expect(second.ok).toBe(true);
  });

  test('blocks approval until it is resolved, and again when it is reopened', async () => {
    const gate = async () =>
      (await findGates(claim.id, ada.userId))?.find(({ id }) => id === 'commentsResolved');
    const { id } = await say('Really?');
    await say('A reply counts for none.', { threadId: id });
    expect(await gate()).toMatchObject({ state: 'shut', message: /One comment is open/ as never });
    expect(await recordResolution(id, true, noor)).toBe(true);
    expect(await gate()).toMatchObject({ state: 'passed' });
    expect(await recordResolution(id, false, ada)).toBe(true);
    expect(await gate()).toMatchObject({ state: 'shut' });
    expect((await listClaimEvents(claim.id)).slice(0, 2)).toMatchObject([
      { action: 'comment.reopened', before: { resolved: true }, after: { resolved: false } },
      { action: 'comment.resolved', actorName: 'Noor Aziz' },
    ]);
  });

  test('notifies its participants when it is resolved or reopened, and nobody who has left', async () => {
    const gone = await addPerson('Otto Gone', 'checker');
    const { id } = await say('Really?');
    await say('Yes', { by: noor, threadId: id });
    await say('No', { by: gone, threadId: id });
    await write(async (tx) => {
      await tx.user.update({ where: { id: gone.userId }, data: { active: false } });
      await tx.notification.deleteMany();
    });
    await recordResolution(id, true, noor);
    expect(await kindsOf(ada)).toEqual(['resolved']);
    const [notification] = (await listNotifications(ada.userId, { after: null, size: 1 }))
      .notifications;
    expect(notification).toMatchObject({
      causedBy: 'Noor Aziz',
      comment: { id, isResolved: true },
    });
    await recordResolution(id, false, ada);
    expect(await kindsOf(noor)).toEqual(['openedAgain']);
    expect(await kindsOf(gone)).toEqual([]);
    expect(await kindsOf(ada)).toEqual(['resolved']);
  });

  test('is resolved once, by the first person', async () => {
    const { id } = await say('Really?');
    expect(await recordResolution(id, true, noor)).toBe(true);
    expect(await recordResolution(id, true, ada)).toBe(false);
    expect(listThreads(claim.id)[0]?.resolvedBy).toBe('Noor Aziz');
    expect(await recordResolution(uuidv7(), true, ada)).toBe(false);
  });

  test('takes no reply once it is resolved, nor one from another claim', async () => {
    const { id } = await say('Really?');
    const reply = await say('Yes', { threadId: id });
    expect(await say('To a reply', { threadId: reply.id })).toMatchObject({
      refusal: { kind: 'noSuchThread' },
    });
    await recordResolution(id, true, noor);
    expect(await say('Late', { threadId: id })).toMatchObject({
      refusal: { kind: 'threadResolved' },
    });
    const here = claim;
    const { id: other } = await reader().claim.findFirstOrThrow({
      where: { articleId: await addTestArticle() },
    });
    claim = await reload(other);
    expect(await say('Elsewhere', { threadId: id })).toMatchObject({
      refusal: { kind: 'noSuchThread' },
    });
    expect(listThreads(here.id)[0]?.replies).toHaveLength(1);
  });

  test('is not part of the submission: comments do not change its digest', async () => {
    const before = await findReviewedClaim(claim.id);
    await say('Really?');
    expect((await findReviewedClaim(claim.id))?.facts.presentSha256).toBe(
      before?.facts.presentSha256,
    );
  });
});

describe('notifications', () => {
  test('can be read, opened and marked only by their recipient', async () => {
    await say('@Noor Aziz');
    const { notifications } = await listNotifications(noor.userId, { after: null, size: 10 });
    const id = notifications[0]?.id ?? '';
    expect(await recordOpened(id, ada.userId)).toBeNull();
    await recordAllRead(ada.userId, id);
    expect(await listNotifications(ada.userId, { after: null, size: 10 })).toEqual({
      notifications: [],
      next: null,
    });
    expect(countUnread(noor.userId)).toBe(1);
    expect(await findNotification(id, ada.userId)).toBeNull();
    // To look where it leads is not to have read it: a browser may do that by itself.
    expect(await findNotification(id, noor.userId)).toMatchObject({ kind: 'mentioned' });
    expect(countUnread(noor.userId)).toBe(1);
    expect(await recordOpened(id, noor.userId)).toMatchObject({
      kind: 'mentioned',
      causedBy: 'Ada Brandt',
      claim: { number: claim.number },
      comment: { body: '@Noor Aziz', isResolved: false },
    });
    expect(countUnread(noor.userId)).toBe(0);
  });

  test('come a page at a time, unread before read', async () => {
    for (let i = 0; i < 7; i++) await say(`@Noor Aziz ${i}`);
    const all = (await listNotifications(noor.userId, { after: null, size: 50 })).notifications;
    for (const { id } of [all[0], all[3], all[6]].filter((each) => each !== undefined)) {
      await recordOpened(id, noor.userId);
    }
    const seen: string[] = [];
    let after: Parameters<typeof listNotifications>[1]['after'] = null;
    let pages = 0;
    do {
      const page = await listNotifications(noor.userId, { after, size: 2 });
      seen.push(...page.notifications.map(({ comment }) => comment?.body.slice(-1) ?? ''));
      after = page.next;
      pages++;
    } while (after);
    expect(seen).toEqual(['5', '4', '2', '1', '6', '3', '0']);
    expect(pages).toBe(4);
  });

  test('are counted up to ninety-nine', async () => {
    await say('@Noor Aziz');
    expect(countUnread(noor.userId)).toBe(1);
    await write(
      (tx) => tx.$executeRaw`
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200)
        INSERT INTO "Notification" ("id", "userId", "kind", "claimId", "at")
        SELECT 'many-' || n, ${noor.userId}, 'assigned', ${claim.id}, '2026-11-30T10:00:00Z' FROM numbers`,
    );
    expect(countUnread(noor.userId)).toBe(100);
    await write((tx) => tx.notification.deleteMany({ where: { id: { startsWith: 'many-' } } }));
  });

  test('that arrive after the list was shown stay unread', async () => {
    await say('@Noor Aziz one');
    const { notifications } = await listNotifications(noor.userId, { after: null, size: 10 });
    await say('@Noor Aziz two');
    await recordAllRead(noor.userId, notifications[0]?.id ?? '');
    expect(countUnread(noor.userId)).toBe(1);
  });
});

test('two hundred threads are read in a few milliseconds', async () => {
  const at = new Date();
  await write(async (tx) => {
    for (let i = 0; i < 200; i++) {
      await tx.comment.create({
        data: { id: uuidv7(), claimId: claim.id, body: 'x'.repeat(500), authorId: ada.userId, at },
      });
    }
  });
  const began = performance.now();
  expect(listThreads(claim.id)).toHaveLength(200);
  expect(performance.now() - began).toBeLessThan(100);
});
