import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reader, write } from '../database/db';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { notifyOfOverdue } from './overdue';

let desk: { folder: string; file: string };
let eva: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  eva = await addPerson('Eva', 'editor');
  noor = await addPerson('Noor', 'checker');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  await write(async (tx) => {
    await tx.notification.deleteMany();
    await tx.claim.updateMany({ data: { dueOn: null } });
  });
  const { id } = await reader().claim.findFirstOrThrow({
    where: { articleId: await addTestArticle() },
  });
  claimId = id;
});

const plan = (data: { dueOn?: string; assigneeId?: string | null }) =>
  write((tx) => tx.claim.update({ where: { id: claimId }, data: { status: 'checking', ...data } }));

/** Noon of a day, in UTC. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const notified = async () =>
  (
    await reader().notification.findMany({
      where: { claimId },
      orderBy: { id: 'asc' },
      select: { userId: true, kind: true, causedById: true },
    })
  ).map(({ userId, kind, causedById }) => [userId, kind, causedById]);

test('the assignee of an overdue claim is notified once, however often the desk checks', async () => {
  await plan({ dueOn: '2026-11-20', assigneeId: noor.userId });
  expect(await notifyOfOverdue(noon('2026-11-20'))).toBe(0);
  expect(await notifyOfOverdue(noon('2026-11-21'))).toBe(1);
  expect(await notifyOfOverdue(noon('2026-11-21'))).toBe(0);
  expect(await notifyOfOverdue(noon('2026-12-24'))).toBe(0);
  expect(await notified()).toEqual([[noor.userId, 'overdue', null]]);
});

test('two checks at one moment send one notification', async () => {
  await plan({ dueOn: '2026-11-20', assigneeId: noor.userId });
  const both = await Promise.all([
    notifyOfOverdue(noon('2026-11-21')),
    notifyOfOverdue(noon('2026-11-21')),
  ]);
  expect(both.sort()).toEqual([0, 1]);
});

test('the assignee is notified again when a later due date passes', async () => {
  await plan({ dueOn: '2026-11-20', assigneeId: noor.userId });
  await notifyOfOverdue(noon('2026-11-21'));
  await plan({ dueOn: '2026-11-30' });
  expect(await notifyOfOverdue(noon('2026-11-30'))).toBe(0);
  expect(await notifyOfOverdue(noon('2026-12-01'))).toBe(1);
});

test('editors are notified when an overdue claim has no assignee', async () => {
  await plan({ dueOn: '2026-11-20', assigneeId: null });
  expect(await notifyOfOverdue(noon('2026-11-21'))).toBe(1);
  expect(await notified()).toEqual([[eva.userId, 'overdue', null]]);
});

test('a new assignee or a new editor is notified as well', async () => {
  await plan({ dueOn: '2026-11-20', assigneeId: noor.userId });
  await notifyOfOverdue(noon('2026-11-21'));
  await plan({ assigneeId: eva.userId });
  expect(await notifyOfOverdue(noon('2026-11-22'))).toBe(1);
  await plan({ assigneeId: null });
  expect(await notifyOfOverdue(noon('2026-11-23'))).toBe(0);
  await addPerson('Uma', 'editor');
  expect(await notifyOfOverdue(noon('2026-11-24'))).toBe(1);
  expect(await notifyOfOverdue(noon('2026-11-25'))).toBe(0);
});
