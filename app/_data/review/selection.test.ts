import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader, write } from '../database/db';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { listAssignees, recordPlan } from './planning';
import { planEach, takeStepOnEach } from './selection';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));

/** New claims, as a list would show them. */
async function choose(count: number) {
  const from = 1 + (await reader().claim.count());
  for (let i = 0; i < count; i++) await addTestArticle(`Claim ${from + i}.`);
  return reader().claim.findMany({
    where: { number: { gte: from } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, revision: true },
  });
}

const eventsOf = (claimId: string, action: string) =>
  reader().event.findMany({ where: { claimId, action } });

const find = (id: string) => reader().claim.findUniqueOrThrow({ where: { id } });

test('each selected claim is judged on its own; refused claims are listed with their reasons', async () => {
  const [a, b, c, d] = await choose(4);
  if (!a || !b || !c || !d) throw new Error('four are needed');
  await takeStepOnEach([b], { step: 'accept' }, ada);
  await write((tx) => tx.claim.update({ where: { id: c.id }, data: { revision: 7 } }));

  const outcome = await takeStepOnEach(
    [a, { ...b, revision: 1 }, c, d, { number: 999, revision: 0 }],
    { step: 'accept' },
    ada,
  );
  expect(outcome).toEqual({
    done: 2,
    refused: [
      {
        number: b.number,
        text: `Claim ${b.number}.`,
        refusal: { kind: 'wrongStatus', status: 'open' },
      },
      { number: c.number, text: `Claim ${c.number}.`, refusal: { kind: 'stale' } },
      { number: 999, text: null, refusal: { kind: 'noSuchClaim' } },
    ],
  });
  for (const { id } of [a, d]) {
    expect(await find(id)).toMatchObject({ status: 'open', revision: 1 });
    expect(await eventsOf(id, 'claim.accepted')).toHaveLength(1);
  }
  expect(await find(c.id)).toMatchObject({ status: 'suggested', revision: 7 });
  expect(await eventsOf(c.id, 'claim.accepted')).toEqual([]);
});

test('a claim that is selected twice is changed once', async () => {
  const [a] = await choose(1);
  if (!a) throw new Error('one is needed');
  expect(await takeStepOnEach([a, a], { step: 'accept' }, ada)).toEqual({ done: 1, refused: [] });
  expect(await eventsOf(a.id, 'claim.accepted')).toHaveLength(1);
});

test('a person without permission for the step changes nothing', async () => {
  const claims = await choose(2);
  const viewer = await addPerson('Vera', 'viewer');
  const steps = await takeStepOnEach(claims, { step: 'accept' }, viewer);
  const plans = await planEach(claims, { priority: 'high' }, viewer);
  for (const { done, refused } of [steps, plans]) {
    expect(done).toBe(0);
    expect(refused.map(({ refusal }) => refusal.kind)).toEqual(['notPermitted', 'notPermitted']);
  }
});

test('a selection is assigned, and claims that have this assignee already are reported', async () => {
  const claims = await choose(2);
  const noor = await addPerson('Noor', 'checker');
  await takeStepOnEach(claims, { step: 'accept' }, ada);
  const now = claims.map((claim) => ({ ...claim, revision: 1 }));
  await takeStepOnEach(now.slice(0, 1), { step: 'assign', assigneeId: noor.userId }, ada);
  const first = { number: now[0]?.number ?? 0, revision: 2 };
  const outcome = await takeStepOnEach(
    [first, ...now.slice(1)],
    { step: 'assign', assigneeId: noor.userId },
    ada,
  );
  expect(outcome.done).toBe(1);
  expect(outcome.refused[0]).toMatchObject({ refusal: { kind: 'alreadyAssigned' } });
});

test.each(['viewer', 'gone', 'nobody'])('a claim is not given to a %s', async (who) => {
  const claims = await choose(1);
  await takeStepOnEach(claims, { step: 'accept' }, ada);
  const person = await addPerson(who, who === 'viewer' ? 'viewer' : 'editor');
  await write((tx) =>
    tx.user.update({ where: { id: person.userId }, data: { active: who !== 'gone' } }),
  );
  const assigneeId = who === 'nobody' ? '00000000-0000-7000-8000-000000000000' : person.userId;
  const now = claims.map((claim) => ({ ...claim, revision: 1 }));
  const outcome = await takeStepOnEach(now, { step: 'assign', assigneeId }, ada);
  expect(outcome).toMatchObject({ done: 0, refused: [{ refusal: { kind: 'noSuchHolder' } }] });
});

test('planning leaves unnamed parts unchanged, and writes one event with the old and the new values', async () => {
  const [a, b] = await choose(2);
  if (!a || !b) throw new Error('two are needed');
  expect(await planEach([a, b], { dueOn: '2026-12-01' }, ada)).toEqual({ done: 2, refused: [] });
  const outcome = await planEach([{ ...a, revision: 1 }, b], { priority: 'high' }, ada);
  expect(outcome).toMatchObject({
    done: 1,
    refused: [{ number: b.number, refusal: { kind: 'stale' } }],
  });
  expect(await find(a.id)).toMatchObject({ priority: 'high', dueOn: '2026-12-01', revision: 2 });
  expect(await eventsOf(a.id, 'claim.planned')).toMatchObject([
    {
      actorId: ada.userId,
      before: { priority: 'normal', dueOn: null },
      after: { priority: 'normal', dueOn: '2026-12-01', revision: 1 },
    },
    {
      before: { priority: 'normal', dueOn: '2026-12-01' },
      after: { priority: 'high', dueOn: '2026-12-01', revision: 2 },
    },
  ]);
});

test('a plan that changes nothing writes no event', async () => {
  const [a] = await choose(1);
  if (!a) throw new Error('one is needed');
  const asked = { claimId: a.id, revision: 0, priority: 'normal', dueOn: null } as const;
  expect(await recordPlan(asked, ada)).toMatchObject({ refusal: { kind: 'alreadyPlanned' } });
  expect(await eventsOf(a.id, 'claim.planned')).toEqual([]);
});

test('a claim can be assigned only to active people with permission to check', async () => {
  const gone = await addPerson('Gone', 'editor');
  await write((tx) => tx.user.update({ where: { id: gone.userId }, data: { active: false } }));
  const names = listAssignees().map(({ name }) => name);
  expect(names).toContain('Ada');
  expect(names).toContain('Noor');
  expect(names).not.toContain('Vera');
  expect(names).not.toContain('Gone');
});
