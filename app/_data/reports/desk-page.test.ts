import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimStatus, Priority } from '#domain/claims/claim';
import { reader, sqlite, write } from '../database/db';
import { event, recordEvents } from '../record/record-events';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import {
  findArticleToLookAt,
  listLookAgain,
  listOverdue,
  listQueue,
  listUnassigned,
  listWaiting,
} from './desk-lists';
import { countDesk } from './desk-numbers';

const TODAY = '2026-11-24';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
  noor = await addPerson('Noor', 'editor');
  const assigned = { status: 'checking', by: ada.userId } as const;
  await addClaim('Held, no day.', assigned);
  await addClaim('Held, due later.', { ...assigned, dueOn: '2026-12-24' });
  await addClaim('Held, overdue.', { ...assigned, dueOn: '2026-11-23' });
  await addClaim('Held, high.', { ...assigned, priority: 'high' });
  await addClaim('Held, came back.', {
    ...assigned,
    submittedBy: ada.userId,
    returned: 'Ask again',
  });
  await addClaim('Held, approved once.', { ...assigned, submittedBy: ada.userId, approved: true });
  await addClaim('Noor’s.', { status: 'checking', by: noor.userId });
  await addClaim('Waits, mine.', { status: 'inReview', submittedBy: ada.userId, days: 9 });
  await addClaim('Waits, hers.', { status: 'inReview', submittedBy: noor.userId });
  await addClaim('Open, low.', { status: 'open', priority: 'low' });
  await addClaim('Open, due today.', { status: 'open', dueOn: TODAY });
  await addClaim('Open, high.', { status: 'open', priority: 'high' });
  await addClaim('Out, long past its day.', {
    status: 'published',
    dueOn: '2020-01-01',
    submittedBy: ada.userId,
    approved: true,
  });
  const out = { status: 'published', submittedBy: ada.userId, approved: true } as const;
  await addClaim('Out, its source changed.', { ...out, recheckOn: '2026-11-20' });
  await addClaim('Out, another changed before.', { ...out, recheckOn: '2026-11-02' });
  await addClaim('Only suggested.', { status: 'suggested' });
}, 60_000);
afterAll(() => closeTestDesk(desk));

type Made = {
  status: ClaimStatus;
  by?: string;
  dueOn?: string;
  recheckOn?: string;
  priority?: Priority;
  submittedBy?: string;
  returned?: string;
  approved?: boolean;
  days?: number;
};

async function addClaim(text: string, made: Made): Promise<void> {
  const articleId = await addTestArticle(text);
  await write(async (tx) => {
    const { id } = await tx.claim.findFirstOrThrow({ where: { articleId } });
    const {
      status,
      by,
      dueOn,
      recheckOn,
      priority,
      submittedBy,
      returned,
      approved,
      days = 3,
    } = made;
    const accepted = new Date(Date.parse(TODAY) - days * 86_400_000);
    await tx.claim.update({
      where: { id },
      data: {
        status,
        assigneeId: by ?? null,
        dueOn: dueOn ?? null,
        recheckOn: recheckOn ?? null,
        ...(priority && { priority }),
        statusAt: accepted,
        acceptedAt: status === 'suggested' ? null : accepted,
        ...(submittedBy && { ratingKey: 'false' }),
      },
    });
    if (!submittedBy) return;
    const verdictId = uuidv7();
    const submissionId = uuidv7();
    const at = new Date(`${TODAY}T10:00:00Z`);
    await tx.verdict.create({
      data: {
        id: verdictId,
        claimId: id,
        n: 1,
        ratingKey: 'false',
        reasons: [],
        explanation: 'So.',
        decidedById: submittedBy,
        decidedAt: at,
        evidence: [],
        comparisons: [],
      },
    });
    const row = { claimId: id, verdictId, at };
    await tx.submission.create({
      data: { ...row, id: submissionId, byId: submittedBy, contentSha256: 'x' },
    });
    if (approved) {
      await tx.approval.create({ data: { ...row, id: uuidv7(), submissionId, byId: noor.userId } });
    }
    if (returned) {
      await recordEvents(tx, noor, [
        event('claim.returned', id, {
          before: { status: 'inReview' },
          after: { status: 'checking', revision: 1 },
          reason: returned,
        }),
      ]);
    }
  });
}

const texts = ({ lines }: { lines: readonly { text: string }[] }) => lines.map(({ text }) => text);

test('my queue begins with returned claims, then goes by due day and priority', () => {
  const queue = listQueue(ada.userId, 8);
  expect(texts(queue)).toEqual([
    'Held, came back.',
    'Held, approved once.',
    'Held, overdue.',
    'Held, due later.',
    'Held, high.',
    'Held, no day.',
  ]);
  expect(queue.total).toBe(6);
  expect(queue.lines[0]).toMatchObject({
    back: 'returned',
    backBy: 'Noor',
    backReason: 'Ask again',
  });
  expect(queue.lines[1]).toMatchObject({ back: 'reopened', backBy: null });
  expect(queue.lines[2]).toMatchObject({
    back: null,
    assignee: 'Ada',
    articleTitle: 'Harbour grows',
  });
});

test('a long list is cut, and says how many there are', () => {
  const queue = listQueue(ada.userId, 2);
  expect(texts(queue)).toEqual(['Held, came back.', 'Held, approved once.']);
  expect(queue.total).toBe(6);
  expect(listQueue('nobody', 2)).toEqual({ lines: [], total: 0 });
});

test('among claims that wait for approval, those with my own verdict come last', () => {
  expect(texts(listWaiting(ada.userId, 8))).toEqual(['Waits, hers.', 'Waits, mine.']);
  expect(texts(listWaiting(noor.userId, 8))).toEqual(['Waits, mine.', 'Waits, hers.']);
  expect(listWaiting(ada.userId, 8).lines[1]?.authorId).toBe(ada.userId);
});

test('a claim is overdue when its day has passed and it is not finished', () => {
  expect(texts(listOverdue(TODAY, 8))).toEqual(['Held, overdue.']);
  expect(texts(listOverdue('2026-11-25', 8))).toEqual(['Held, overdue.', 'Open, due today.']);
});

test('claims due for a recheck come with the longest overdue first', () => {
  const { lines } = listLookAgain(8);
  expect(lines.map(({ text, recheckOn }) => [text, recheckOn])).toEqual([
    ['Out, another changed before.', '2026-11-02'],
    ['Out, its source changed.', '2026-11-20'],
  ]);
});

test('unassigned claims come by priority, then by due day', () => {
  expect(texts(listUnassigned(8))).toEqual(['Open, high.', 'Open, due today.', 'Open, low.']);
});

test('a new desk is led to the article with the latest suggestions', async () => {
  const claim = await reader().claim.findFirstOrThrow({ where: { status: 'suggested' } });
  expect(findArticleToLookAt()).toEqual({ id: claim.articleId, title: 'Harbour grows' });
});

test('the desk is counted by status, rating, month of approval and day of acceptance', () => {
  const counts = countDesk(TODAY);
  const statuses = Object.fromEntries(counts.statuses.map(({ status, count }) => [status, count]));
  expect(statuses).toEqual({ suggested: 1, open: 3, checking: 7, inReview: 2, published: 3 });
  expect(counts.ratings).toEqual([{ ratingKey: 'false', count: 7 }]);
  expect(counts.approvals).toEqual([{ month: '2026-11', days: 3, count: 4 }]);
  expect(counts.open).toEqual([
    { day: '2026-11-15', count: 1 },
    { day: '2026-11-21', count: 11 },
  ]);
  expect(countDesk('2029-01-01').approvals).toEqual([]);
});

test('later writes are counted', async () => {
  const open = () => countDesk(TODAY).statuses.find(({ status }) => status === 'open')?.count;
  const before = open() ?? 0;
  await addClaim('One more.', { status: 'open' });
  expect(open()).toBe(before + 1);
});

test('the stored counts of claims equal a fresh count', () => {
  const countOf = (of: string) =>
    sqlite()
      .prepare(`SELECT "key", "n" FROM "Tally" WHERE "of" = ? AND "n" > 0 ORDER BY 1`)
      .all(of);
  const counted = (sql: string) => sqlite().prepare(`${sql} GROUP BY 1 ORDER BY 1`).all();
  expect(countOf('status')).toEqual(
    counted(`SELECT "status" AS "key", count(*) AS "n" FROM "Claim"`),
  );
  expect(countOf('rating')).toEqual(
    counted(`SELECT "ratingKey" AS "key", count(*) AS "n" FROM "Claim"
      WHERE "ratingKey" IS NOT NULL`),
  );
  expect(countOf('open')).toEqual(
    counted(`SELECT substr("acceptedAt", 1, 10) AS "key", count(*) AS "n" FROM "Claim"
      WHERE "acceptedAt" IS NOT NULL AND "status" IN ('open', 'checking', 'inReview')`),
  );
});
