import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listClaimsInText } from '#data/claims/claims';
import { reader, write } from '#data/database/db';
import { findArticle, recordArticle } from '#data/documents/articles';
import { recordDetails } from '#data/documents/details';
import {
  findReading,
  recordChoice,
  recordReadingAsked,
  recordReadPart,
} from '#data/readings/readings';
import { findLastReading } from '#data/readings/reread';
import { takeStep } from '#data/review/take-step';
import { addPerson, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { thisDesk, verify } from '#data/verification/verify';
import { ENGINE_VERSION, extract } from '#engine/extract';
import { read } from './readings';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

const sentence = (n: number) =>
  `Exports of grain rose by ${(n % 90) + 1} percent to $${n + 10} million in 2024.`;
const textOf = (sentences: number) =>
  Array.from({ length: sentences }, (_, n) => sentence(n)).join('\n');
const DETAILS = {
  title: 'Exports',
  publisher: null,
  author: null,
  url: null,
  publishedOn: '2025-05-02',
  language: 'en',
};

async function bring(text: string) {
  const id = uuidv7();
  const recorded = await recordArticle({ id, details: DETAILS, raw: text, text }, ada);
  if (!recorded.ok) throw new Error('it is there already');
  return { id, captureId: recorded.value.captureId, text };
}

async function problems() {
  const found: unknown[] = [];
  await verify(thisDesk(), (problem) => found.push(problem));
  return found;
}

const claimsOf = ({ captureId, text }: { captureId: string; text: string }) =>
  listClaimsInText(captureId, { start: 0, end: text.length });
const eventsOf = (documentId: string, action: string) =>
  reader().event.count({ where: { documentId, action } });

test('a pasted article is read, its claims are suggested, and the record verifies', async () => {
  const article = await bring(textOf(30));
  expect(await findArticle(article.id)).toBeNull();
  await Promise.all([read(article.id), read(article.id)]);
  const found = extract(article.text, DETAILS).claims;
  expect(await claimsOf(article)).toHaveLength(found.length);
  expect(await findReading(article.id)).toMatchObject({ state: 'done', written: found.length });
  expect(await eventsOf(article.id, 'article.read')).toBe(1);
  expect(await problems()).toEqual([]);
});

test('a reading goes on after a crash, and no claim is stored twice', async () => {
  const article = await bring(textOf(120));
  const { claims } = extract(article.text, DETAILS);
  const { id: articleId, captureId, text } = article;
  const part = {
    articleId,
    captureId,
    text,
    engineVersion: ENGINE_VERSION,
    toWrite: claims.length,
  };
  // The progress when the desk ended.
  await recordReadPart({ ...part, claims: claims.slice(0, 100), written: 0 }, ada);
  const [first] = await claimsOf(article);
  if (!first) throw new Error('nothing is written');
  const step = { claimId: first.id, revision: first.revision, step: 'accept' } as const;
  expect(await takeStep(step, ada)).toMatchObject({ ok: true });

  await read(article.id);
  const now = await claimsOf(article);
  expect(now.map(({ text: words }) => words)).toEqual(claims.map(({ text: words }) => words));
  expect(now[0]).toMatchObject({ status: 'open' });
  expect(await eventsOf(articleId, 'article.read')).toBe(1);
  expect(await problems()).toEqual([]);
});

test('a reading that another engine version began is merged with the claims of that version', async () => {
  const article = await bring(textOf(40));
  const { claims } = extract(article.text, DETAILS);
  const { id: articleId, captureId, text } = article;
  const part = { articleId, captureId, text, engineVersion: 'older', toWrite: claims.length };
  await recordReadPart({ ...part, claims: claims.slice(0, 10), written: 0 }, ada);
  await write((tx) =>
    tx.articleReading.update({ where: { articleId }, data: { engineVersion: 'older' } }),
  );
  await read(articleId);
  expect(await claimsOf(article)).toHaveLength(claims.length);
  expect(await findReading(articleId)).toMatchObject({ state: 'done', again: true });
});

test('the desk asks before it stores more than 2,000 suggestions, and the choice can be changed', async () => {
  const article = await bring(
    Array.from({ length: 2100 }, (_, n) => `It lost ${n} ships.`).join('\n'),
  );
  await read(article.id);
  const asking = await findReading(article.id);
  expect(asking).toMatchObject({ state: 'asking', choice: null, written: 0 });
  expect(await findArticle(article.id)).toBeNull();

  expect(await recordChoice(article.id, 'none', ada)).toMatchObject({ ok: true });
  await read(article.id);
  expect(await findArticle(article.id)).not.toBeNull();
  expect(await claimsOf(article)).toHaveLength(0);

  expect(await recordChoice(article.id, 'mostWorth', ada)).toMatchObject({ ok: true });
  await read(article.id);
  expect(await reader().claim.count({ where: { articleId: article.id } })).toBe(2000);

  // What was chosen once holds when it is read again.
  expect(await recordReadingAsked(article.id, ada)).toMatchObject({ ok: true });
  await read(article.id);
  expect(await reader().claim.count({ where: { articleId: article.id } })).toBe(2000);
  expect((await findLastReading(article.id))?.again).toMatchObject({ added: 0, changed: 0 });
  expect(await problems()).toEqual([]);
}, 60_000);

test('a speaker of the whole text becomes the claimant of what has none and is not decided', async () => {
  const article = await bring(
    'Rents rose by 12 percent in 2024. Jon Rask said the county has 300 buses.\nThe ferry carried 12,400 people in March.',
  );
  await read(article.id);
  const before = await claimsOf(article);
  const [rents] = before;
  if (!rents) throw new Error('the engine finds no claim');
  await takeStep({ step: 'accept', claimId: rents.id, revision: rents.revision }, ada);
  const details = { ...DETAILS, speaker: 'Eva Holm' };
  const edit = { id: article.id, revision: 0, details };
  expect(await recordDetails('article', edit, new Map(), ada)).toMatchObject({ ok: true });
  await recordReadingAsked(article.id, ada);
  await read(article.id);
  const names = (await claimsOf(article)).map(({ claimant }) => claimant?.name ?? null);
  expect(before.map(({ claimant }) => claimant?.name ?? null)).toEqual([null, 'Jon Rask', null]);
  expect(names).toEqual([null, 'Jon Rask', 'Eva Holm']);
  expect(await problems()).toEqual([]);
});

test('a second reading is not begun while one goes on', async () => {
  const article = await bring(textOf(10));
  expect(await recordReadingAsked(article.id, ada)).toEqual({
    ok: false,
    refusal: { kind: 'notRead' },
  });
  await read(article.id);
  expect(await recordReadingAsked(article.id, ada)).toMatchObject({ ok: true });
  expect(await recordReadingAsked(article.id, ada)).toEqual({
    ok: false,
    refusal: { kind: 'beingRead' },
  });
});
