import { afterAll, beforeAll, expect, test } from 'vitest';
import { listClaims } from '../claims/claim-list';
import { reader } from '../database/db';
import { findArticleToLookAt, listUnassigned } from '../reports/desk-lists';
import { countDesk } from '../reports/desk-numbers';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { thisDesk, verify } from '../verification/verify';
import {
  findArticleStanding,
  isArticleRemovable,
  recordArchiving,
  recordArticlePlan,
  recordRemoval,
} from './article-plan';
import { findArticle, listArticles, listArticleTitles } from './articles';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

const statuses = () =>
  Object.fromEntries(
    countDesk('2026-11-30')
      .statuses.filter(({ count }) => count > 0)
      .map(({ status, count }) => [status, count]),
  );
const ALL = {
  status: null,
  verdict: null,
  kind: null,
  article: null,
  figure: null,
  assignee: null,
  due: null,
  claimant: null,
  words: null,
} as const;
const listed = (filter: Partial<Parameters<typeof listClaims>[0]> = {}) =>
  listClaims({ ...ALL, ...filter }, 'newest', { at: 'first' }, 10);
const titles = (isArchived = false) =>
  listArticles({ after: null, before: null }, 10, { isArchived }).lines.map(({ id }) => id);

async function accept(articleId: string) {
  const { id, revision } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await takeStep({ step: 'accept', claimId: id, revision }, ada);
}

async function problems() {
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  return found;
}

test('an archived article is in no list and no number, and comes back as it was', async () => {
  const [open, shelved] = [await addTestArticle(), await addTestArticle('The port is old.')];
  await accept(open);
  await accept(shelved);
  expect(statuses()).toEqual({ open: 2 });
  await recordArchiving(shelved, true, ada);
  await recordArchiving(shelved, true, ada);
  expect(statuses()).toEqual({ open: 1 });
  expect(listed().total).toBe(1);
  expect(listed({ status: 'open' }).lines).toHaveLength(1);
  expect(listed({ words: 'port' }).lines).toHaveLength(0);
  expect(listed({ article: shelved }).lines).toHaveLength(1);
  expect(listUnassigned(10).total).toBe(1);
  expect(titles()).toEqual([open]);
  expect(titles(true)).toEqual([shelved]);
  expect(listArticleTitles().map(({ id }) => id)).toEqual([open]);
  // Work on a claim of it is no work that counts.
  const { id, revision } = await reader().claim.findFirstOrThrow({ where: { articleId: shelved } });
  await takeStep({ step: 'take', claimId: id, revision }, ada);
  expect(statuses()).toEqual({ open: 1 });
  expect(await problems()).toEqual([]);
  await recordArchiving(shelved, false, ada);
  expect(statuses()).toEqual({ open: 1, checking: 1 });
  expect(listed().total).toBe(2);
  expect(await problems()).toEqual([]);
});

test('an article is removed only while nothing was decided on it', async () => {
  const decided = await addTestArticle();
  await accept(decided);
  expect(await recordRemoval(decided, ada)).toMatchObject({ refusal: { kind: 'decided' } });
  const junk = await addTestArticle();
  expect(await isArticleRemovable(decided)).toBe(false);
  expect(await isArticleRemovable(junk)).toBe(true);
  const before = statuses();
  expect(await recordRemoval(junk, ada)).toMatchObject({ ok: true });
  expect(await findArticle(junk)).toBeNull();
  expect(titles()).not.toContain(junk);
  expect(titles(true)).not.toContain(junk);
  expect(before.suggested).toBe(1);
  expect(statuses().suggested).toBeUndefined();
  expect(findArticleToLookAt()).toBeNull();
  expect(await problems()).toEqual([]);
});

test('an article has an assignee who may check claims, and a due date', async () => {
  const id = await addTestArticle();
  const vic = await addPerson('Vic', 'viewer');
  const plan = { assigneeId: ada.userId, dueOn: '2026-12-03' };
  expect(await recordArticlePlan(id, plan, ada)).toMatchObject({ ok: true });
  expect(await findArticleStanding(id)).toMatchObject({ ...plan, assignee: 'Ada' });
  expect(await recordArticlePlan(id, { ...plan, assigneeId: vic.userId }, ada)).toMatchObject({
    refusal: { kind: 'noSuchAssignee' },
  });
  expect(await problems()).toEqual([]);
});
